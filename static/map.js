// The map of sites: towns as points that join where they would overlap, everything else as areas.
(function () {
  "use strict";
  const D = window.Dateline;
  const { el, say } = D;
  const GAP = 32; // pixels below which two points join
  const LIST = 40; // claims named in a list before it says how many more there are
  const TILES = "https://tile.openstreetmap.org/{z}/{x}/{y}.png";
  const CREDIT = "© OpenStreetMap";

  D.map = function (map, options, actions) {
    let model = null, view = null, current = null, hovered = null, outlines = null;
    let markers = new Map(), areas = new Map(), background = null;
    const points = L.layerGroup().addTo(map);
    const surfaces = L.layerGroup().addTo(map);

    map.createPane("land").style.zIndex = 150;
    map.createPane("surface").style.zIndex = 350;
    map.attributionControl.setPrefix(false);
    map.attributionControl.addAttribution("Natural Earth");
    outline();
    if (options.online) tiles();
    map.on("moveend zoomend", arrange);

    async function outline() {
      outlines = typeof options.outlines === "string"
        ? await (await fetch(options.outlines)).json() : options.outlines;
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
    const quiet = (site) => !site.claims.some((claim) => site.located.has(claim.n));

    function draw(next) {
      model = next;
      current = hovered = null;
      areas.clear();
      surfaces.clearLayers();
      map.closePopup();
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
      const bounds = map.getBounds().pad(0.3);
      const items = narrow.filter((site) => bounds.contains(site.place.at)).map((site) =>
        Object.assign({ site }, map.latLngToLayerPoint(site.place.at)));
      items.sort((a, b) => shown(b.site).length - shown(a.site).length);
      const taken = [];
      const groups = D.cluster(items, GAP);
      groups.forEach(({ x, y }) => taken.push([x - 12, y - 11, x + 12, y + 11]));
      for (const group of groups) {
        add(group.items.map((item) => item.site), group.items[0].site.place.at, taken, group);
      }
      wide.filter((site) => bounds.contains(site.place.at)).forEach((site) =>
        add([site], site.place.at, taken, map.latLngToLayerPoint(site.place.at)));
      paint();
    }

    function arrangeAreas(wanted) {
      for (const [site, layer] of areas) if (!wanted.has(site)) { layer.remove(); areas.delete(site); }
      for (const site of wanted) {
        if (areas.has(site)) continue;
        const layer = D.shape(site.place, outlines, { pane: "surface",
          className: "area" + (quiet(site) ? " quiet" : ""), weight: 1.2 });
        if (!layer) continue;
        layer.on("click", () => choose([site], site.place.at));
        layer.on("mouseover", () => actions.hover(shown(site)[0] || null));
        layer.on("mouseout", () => actions.hover(null));
        layer.addTo(surfaces);
        areas.set(site, layer);
      }
    }

    // A name is written where it covers no other; the button's own name always says all.
    function free(taken, x, y, label) {
      const box = [x + 13, y - 9, x + 20 + label.length * 6.6, y + 9];
      const hit = taken.some((other) =>
        box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]);
      if (!hit) taken.push(box);
      return !hit;
    }

    function add(sites, at, taken, { x, y }) {
      const claims = [...new Set(sites.flatMap(shown))];
      const place = sites[0].place, point = D.isPoint(place);
      const label = sites.length > 1 ? `${place.label} +${sites.length - 1}` : place.label;
      const named = free(taken, x, y, label);
      const button = el("button", {
        type: "button", "aria-label": name(sites, claims),
        cls: ["pin", point ? "point" : "name", claims.length ? "" : "bare",
          sites.every(quiet) ? "quiet" : "", sites.length > 1 ? "many" : ""].filter(Boolean).join(" "),
        onclick: (event) => { L.DomEvent.stop(event); choose(sites, at); },
        onmouseenter: () => actions.hover(claims[0] || null),
        onmouseleave: () => actions.hover(null),
      }, sign(claims, point), named || !point ? el("span", { cls: "label" }, label) : "");
      if (!point && !named) button.classList.add("hushed");
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
      if (claims.length === 1) return D.glyph(claims[0].level, 16);
      return point ? el("span", { cls: "dot" }) : "";
    }

    // One claim is chosen at once; of several the first is, and all are listed.
    function choose(sites, at) {
      const claims = [...new Set(sites.flatMap(shown))];
      if (!claims.length) return actions.point(sites[0].place);
      if (!claims.some((claim) => claim.n === (current && current.n))) actions.select(claims[0], "map");
      if (claims.length > 1 || sites.length > 1) list(sites, claims, at);
      return undefined;
    }

    function list(sites, claims, at) {
      const items = claims.slice(0, LIST).map((claim) => el("li", {},
        D.button(el("span", {}, D.glyph(claim.level, 14), el("b", {}, claim.speakerName), " ",
          D.shorten(claim.text, 70)), () => actions.select(claim, "map"))));
      if (claims.length > LIST) items.push(el("li", { cls: "note" }, `+ ${claims.length - LIST}`));
      const box = el("div", { cls: "here" },
        el("h3", {}, sites.map((site) => site.place.label).slice(0, 4).join(", ")),
        sites.length > 1 && D.button(say("map.zoom_in"), () => { map.closePopup(); fit(sites); },
          { cls: "link" }),
        el("ul", {}, items));
      L.popup({ maxWidth: 300, maxHeight: 220, minWidth: 200, closeButton: true })
        .setLatLng(at).setContent(box).openOn(map);
    }

    function paint() {
      const mark = (claim, name) => {
        const sites = new Set(claim ? claim.sites : []);
        markers.forEach((button) => button.classList.remove(name));
        markers.forEach((button, site) => sites.has(site) && button.classList.add(name));
        areas.forEach((layer, site) => layer.invoke
          ? layer.eachLayer((part) => toggle(part, name, sites.has(site)))
          : toggle(layer, name, sites.has(site)));
      };
      mark(current, "on");
      mark(hovered, "over");
    }

    function toggle(layer, name, on) {
      const path = layer.getElement && layer.getElement();
      if (path) path.classList.toggle(name, on);
    }

    function select(claim, { reveal }) {
      current = claim;
      paint();
      if (!claim) return map.closePopup();
      const sites = claim.sites;
      if (reveal && sites.length && !sites.some((site) => map.getBounds().contains(site.place.at))) {
        map.panTo(sites[0].place.at, { animate: !D.calm() });
      }
      return undefined;
    }

    function hover(claim) {
      hovered = claim;
      paint();
    }

    function extent(sites) {
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
      const all = sites || model.sites.filter((site) => site.claims.length);
      const fine = all.filter((site) => !["country", "continent"].includes(site.place.kind));
      const box = extent(fine.length ? fine : all.length ? all : model.sites);
      if (box.isValid()) map.fitBounds(box, { padding: [36, 36], maxZoom: 9, animate: false });
      else map.setView([30, 15], 2, { animate: false });
    }

    return { draw, show, select, hover, fit, theme: () => outlines && land(), map };
  };
})();
