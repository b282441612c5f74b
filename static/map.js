// The map of sites: towns as points that join where they would overlap, everything else as areas.
(function () {
  "use strict";
  const D = window.Dateline;
  const { el, say } = D;
  const FINE_ZOOM = 5;
  const NEAREST = 8, ALONE = 6; // zooms that a fit never passes, and that a single town is seen at
  const GAP = 32; // pixels below which two points join
  const TILES = "https://tile.openstreetmap.org/{z}/{x}/{y}.png";
  const CREDIT = "© <a href=\"https://www.openstreetmap.org/copyright\">OpenStreetMap</a>"; // a constant

  D.map = function (map, options, actions) {
    let model = null, view = null, current = null, hovered = null, outlines = null;
    let markers = new Map(), areas = new Map(), background = null, touched = false, mine = false, unseen = false;
    const points = L.layerGroup().addTo(map);
    const surfaces = L.layerGroup().addTo(map);

    map.createPane("land").style.zIndex = 150;
    map.createPane("surface").style.zIndex = 350;
    map.attributionControl.setPrefix(false);
    map.attributionControl.addAttribution("GeoNames, Natural Earth");
    outline();
    if (options.online) tiles();
    map.on("moveend zoomend", arrange);
    map.on("dragstart boxzoomstart", touch);
    for (const name of ["wheel", "dblclick", "keydown", "touchstart"]) {
      map.getContainer().addEventListener(name, touch, { passive: true });
    }
    // So it stays from the reader's first act on, wherever that is.
    for (const name of ["pointerdown", "keydown"]) {
      document.addEventListener(name, () => { touched = true; }, { once: true, capture: true });
    }
    map.on("moveend", () => { if (mine) { mine = false; actions.moved(position(), extent()); } });
    // Until the reader moves it, the map keeps showing the whole story, however large it becomes.
    new ResizeObserver(() => {
      map.invalidateSize({ pan: false });
      if (model && !touched) fit();
      if (unseen) uncover();
    }).observe(map.getContainer());

    // From here on the map is the reader's: it is not fitted again, and where it goes is told.
    function touch() {
      touched = true;
      mine = true;
    }

    const round = (n, digits) => Number(n.toFixed(digits));
    const position = () => [round(map.getCenter().lat, 4), round(map.getCenter().lng, 4), map.getZoom()];
    function extent() {
      const box = map.getBounds();
      return [Math.max(-90, box.getSouth()), Math.max(-540, box.getWest()), Math.min(90, box.getNorth()),
        Math.min(540, box.getEast())].map((n) => round(n, 4));
    }

    function restore([lat, lon, zoom]) {
      touched = true;
      map.setView([lat, lon], zoom, { animate: false });
    }

    function restoreBox([south, west, north, east]) {
      touched = true;
      map.fitBounds([[south, west], [north, east]], { animate: false });
    }

    async function outline() {
      outlines = typeof options.outlines === "string"
        ? await (await fetch(options.outlines)).json() : options.outlines;
      drawOutlines();
      map.on("zoomend", refine);
      refine();
    }

    // Finer borders, once, when the map is close enough for the coarse ones to look wrong.
    async function refine() {
      if (!options.fine || map.getZoom() < FINE_ZOOM) return;
      const address = options.fine;
      options.fine = null;
      const packed = (await fetch(address)).body.pipeThrough(new DecompressionStream("gzip"));
      outlines = await new Response(packed).json();
      drawOutlines();
    }

    function drawOutlines() {
      land();
      if (model) { areas.clear(); surfaces.clearLayers(); arrange(); }
    }

    function land() {
      if (background) background.remove();
      const style = getComputedStyle(document.querySelector(".dl"));
      background = L.geoJSON(outlines, { pane: "land", interactive: false,
        renderer: L.canvas({ pane: "land", padding: 0.5 }),
        style: { color: style.getPropertyValue("--border"), weight: 0.8, fillOpacity: 1,
          fillColor: style.getPropertyValue("--land") } }).addTo(map);
    }

    function tiles() {
      const layer = L.tileLayer(TILES, { maxZoom: 19, attribution: CREDIT, className: "tiles" });
      layer.on("tileerror", () => { layer.remove(); actions.tell("story.offline"); });
      layer.addTo(map);
    }

    const shown = (site) => (view ? site.claims.filter(view.shown) : site.claims);
    const visible = (site) => shown(site).length > 0 || site.claims.length === 0;
    const maybe = (claim) => view.fits[claim.n] === 1;
    const quiet = (site) => !site.claims.some((claim) => site.located.has(claim.n));

    function draw(next) {
      model = next;
      current = hovered = null;
      areas.clear();
      surfaces.clearLayers();
      touched = false;
      fit();
    }

    function show(next) {
      view = next;
      arrange();
    }

    // Everything that depends on the zoom or the filter; quick enough to run on both.
    function arrange() {
      if (!model || !view) return;
      points.clearLayers();
      markers = new Map();
      const wide = [], narrow = [];
      for (const site of model.sites) {
        if (visible(site)) (D.isPoint(site.place) ? narrow : wide).push(site);
      }
      arrangeAreas(new Set(wide));
      const busiest = (a, b) => shown(b).length - shown(a).length;
      const towns = townGroups(narrow.sort(busiest));
      const apart = wide.sort(busiest).map(areaGroup).filter((group) => group && !(group.sites[0].place.relation
        && join(group, towns, GAP)));
      groupsWithNames(towns, apart).forEach(add);
      paint();
    }

    // Towns join where their signs would overlap.
    function townGroups(sites) {
      const bounds = map.getBounds().pad(0.3);
      return D.cluster(sites.filter((site) => bounds.contains(site.place.at))
        .map((site) => Object.assign({ site }, map.latLngToLayerPoint(site.place.at))), GAP)
        .map(({ x, y, items }) => ({ x, y, at: items[0].site.place.at, sites: items.map((item) => item.site) }));
    }

    function areaGroup(site) {
      const spot = standing(site);
      return spot && { x: spot.x, y: spot.y, at: map.layerPointToLatLng(spot), sites: [site] };
    }

    function join({ x, y, sites }, towns, gap) {
      const near = towns.find((town) => Math.hypot(town.x - x, town.y - y) < gap);
      if (near) near.sites.push(...sites);
      return Boolean(near);
    }

    // Towns have their names first. An area without room for its own joins a town beside it, and
    // as that makes the town's name longer, all are named anew.
    function groupsWithNames(towns, apart) {
      const taken = walls();
      for (const { x, y, sites } of towns) {
        const [wide, tall] = sites.length > 1 ? [12, 11] : [8, 8];
        taken.push([x - wide, y - tall, x + wide, y + tall]);
      }
      for (const town of towns) {
        town.named = side(taken, townSpots(town, label(town.sites), town.sites.some((site) => shown(site).length)));
      }
      for (const area of apart) area.named = side(taken, areaSpots(area, label(area.sites)));
      const left = apart.filter((area) => area.named || !join(area, towns, 2 * GAP));
      return left.length < apart.length ? groupsWithNames(towns, left) : towns.concat(apart);
    }

    // Where an area's name stands: at its middle, or where that is out of sight, in the part in sight.
    function standing(site) {
      const [left, top, right, bottom] = sightBox();
      const middle = map.latLngToLayerPoint(site.place.at);
      if (middle.x > left && middle.x < right && middle.y > top && middle.y < bottom) return middle;
      const layer = areas.get(site), path = layer && pathOf(layer);
      if (!path || !path.isPointInFill) return null;
      let best = null, nearest = Infinity;
      for (let row = 1; row < 6; row++) {
        for (let column = 1; column < 8; column++) {
          const x = left + ((right - left) * column) / 8, y = top + ((bottom - top) * row) / 6;
          const away = Math.hypot(x - middle.x, y - middle.y);
          if (away < nearest && path.isPointInFill(new DOMPoint(x, y))) [best, nearest] = [L.point(x, y), away];
        }
      }
      return best;
    }

    function sightBox() {
      const { x, y } = map.containerPointToLayerPoint([0, 0]), size = map.getSize();
      return [x, y, x + size.x, y + size.y];
    }

    // Where no name fits: under the buttons, and beyond the edges.
    function walls() {
      const [left, top, right, bottom] = sightBox();
      const tools = document.querySelector(".maptools"), far = 1e5;
      const [wide, tall] = [tools.offsetLeft + tools.offsetWidth + 4, tools.offsetTop + tools.offsetHeight + 4];
      return [[left, top, left + wide, top + tall], [right, top, right + far, bottom], [left - far, top, left, bottom]];
    }

    function arrangeAreas(wanted) {
      for (const [site, layer] of areas) if (!wanted.has(site)) { layer.remove(); areas.delete(site); }
      for (const site of wanted) {
        if (areas.has(site)) continue;
        const layer = D.shape(site.place, outlines, { pane: "surface",
          className: "area" + (quiet(site) ? " quiet" : ""), weight: 1.2 });
        if (!layer) continue;
        layer.on("click", () => choose([site]));
        layer.on("mouseover", () => actions.hover(shown(site)[0] || null));
        layer.on("mouseout", () => actions.hover(null));
        layer.addTo(surfaces);
        areas.set(site, layer);
      }
    }

    const pen = document.createElement("canvas").getContext("2d"), widths = new Map();
    function width(label, bold) {
      const key = `${bold} ${label}`;
      if (!widths.has(key)) {
        pen.font = `${bold ? "600" : "italic 500"} 12px ${getComputedStyle(map.getContainer()).fontFamily}`;
        widths.set(key, pen.measureText(label).width);
      }
      return widths.get(key);
    }

    // Beside, above or below the sign of a town.
    function townSpots({ x, y }, label, bold) {
      const long = 16 + width(label, bold), half = long / 2;
      return { right: [x + 13, y - 9, x + long, y + 9], left: [x - long, y - 9, x - 13, y + 9],
        up: [x - half, y - 29, x + half, y - 12], down: [x - half, y + 12, x + half, y + 29] };
    }

    // An area has no sign at its middle: its frame holds the name, and may stand off the middle.
    function areaSpots({ x, y }, label) {
      const half = (38 + width(label, false)) / 2;
      const at = (dx, dy) => [x + dx - half, y + dy - 13, x + dx + half, y + dy + 13];
      return { centre: at(0, 0), above: at(0, -26), below: at(0, 26), rightward: at(half - 14, 0),
        leftward: at(14 - half, 0), "rightward above": at(half - 14, -26), "rightward below": at(half - 14, 26),
        "leftward above": at(14 - half, -26), "leftward below": at(14 - half, 26) };
    }

    // A name is written where it covers no other; the button's own name always says all.
    function side(taken, spots) {
      for (const [name, box] of Object.entries(spots)) {
        const hit = taken.some((other) =>
          box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]);
        if (hit) continue;
        taken.push(box);
        return name;
      }
      return null;
    }

    const label = (sites) => (sites.length > 1
      ? `${sites[0].place.label} +${sites.length - 1}` : sites[0].place.label);

    function add({ sites, at, named }) {
      const claims = [...new Set(sites.flatMap(shown))];
      const point = D.isPoint(sites[0].place);
      const button = el("button", {
        type: "button",
        cls: ["pin", point ? "point" : "area", claims.length ? "" : "bare",
          sites.every(quiet) ? "quiet" : "", claims.length && claims.every(maybe) ? "maybe" : "", sites.length > 1 ? "many" : "", named || "hushed"].filter(Boolean).join(" "),
        onclick: (event) => { L.DomEvent.stop(event); choose(sites); },
        onmouseenter: () => actions.hover(claims[0] || null),
        onmouseleave: () => actions.hover(null),
      }, sign(claims, point), el("span", { cls: "label", "aria-hidden": "true" }, label(sites)),
      el("span", { cls: "unseen" }, name(sites, claims)));
      const marker = L.marker(at, { keyboard: false,
        icon: L.divIcon({ className: "pin-host", html: button, iconSize: [0, 0] }) });
      marker.addTo(points);
      sites.forEach((site) => markers.set(site, button));
    }

    const name = (sites, claims) => [
      sites.map((site) => site.place.label).slice(0, 5).join(", "),
      claims.length ? D.count("counts.all", claims.length) : say("map.no_claim"),
      claims.length === 1 ? say("level." + claims[0].level) : "",
    ].filter(Boolean).join(": ");

    function sign(claims, point) {
      if (claims.length > 1) return el("span", { cls: "count", "aria-hidden": "true" }, String(claims.length));
      if (claims.length === 1) return D.glyph(claims[0].level, point ? 16 : 12);
      return point ? el("span", { cls: "dot" }) : "";
    }

    // Of several claims at one spot the first is chosen at once, and the card lists them all.
    function choose(sites) {
      const claims = [...new Set(sites.flatMap(shown))];
      if (!claims.length) return actions.point(sites[0].place);
      const first = current && claims.includes(current) ? current : claims[0];
      return actions.select(first, "map", { sites, claims });
    }

    function paint() {
      const mark = (claim, name) => {
        const sites = new Set(claim ? claim.sites : []);
        markers.forEach((button) => button.classList.remove(name));
        markers.forEach((button, site) => sites.has(site) && button.classList.add(name));
        areas.forEach((layer, site) => {
          const path = pathOf(layer);
          if (path) path.classList.toggle(name, sites.has(site));
        });
      };
      mark(current, "on");
      mark(hovered, "over");
    }

    // A country's outline is one layer inside another.
    function pathOf(layer) {
      const own = layer.getLayers ? layer.getLayers()[0] : layer;
      return own && own.getElement && own.getElement();
    }

    function select(claim, { reveal }) {
      current = claim;
      paint();
      if (reveal) uncover();
    }

    // Bring the chosen claim's place into sight; a map behind the list does so when it comes forward.
    function uncover() {
      const sites = current ? current.sites : [];
      unseen = !map.getSize().x;
      if (!unseen && sites.length && !sites.some((site) => map.getBounds().contains(site.place.at))) {
        touched = true;
        map.panTo(sites[0].place.at, { animate: !D.calm() });
      }
    }

    function hover(claim) {
      hovered = claim;
      paint();
    }

    function around(sites) {
      const box = L.latLngBounds([]);
      for (const { place } of sites) {
        if (place.radius_km && place.kind !== "continent") {
          box.extend(L.latLng(place.at).toBounds(Math.min(place.radius_km, 600) * 2000));
        } else box.extend(place.at);
      }
      return box;
    }

    // Towns and zones decide the view; countries only where the story has nothing finer.
    function fit(sites) {
      if (!map.getSize().x) return;
      const all = sites || model.sites.filter((site) => site.claims.length);
      const fine = all.filter((site) => !["country", "continent"].includes(site.place.kind));
      const box = around(fine.length ? fine : all.length ? all : model.sites);
      const alone = box.isValid() && box.getSouthWest().equals(box.getNorthEast());
      if (box.isValid()) map.fitBounds(box, { paddingTopLeft: [46, 30],
        paddingBottomRight: [80, 30], maxZoom: alone ? ALONE : NEAREST, animate: false });
      else map.setView([30, 15], 2, { animate: false });
    }

    return { draw, show, select, hover, fit, touch, extent, restore, restoreBox,
      goTo: (at) => { if (!map.getBounds().contains(at)) map.panTo(at); },
      fitChosen: () => current && current.sites.length && fit(current.sites), theme: () => outlines && land(), map };
  };
})();
