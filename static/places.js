// The shapes of places: an outline, a circle or a wedge for what is wide, a point only for a town.
(function () {
  "use strict";
  const D = window.Dateline;
  const EARTH_KM = 6371;
  const SPREAD = 40; // degrees to each side of a bearing
  const BEARINGS = { north_of: 0, northeast_of: 45, east_of: 90, southeast_of: 135, south_of: 180,
    southwest_of: 225, west_of: 270, northwest_of: 315 };
  const DASHED = new Set(["near", "around", "between"]);

  // The point at a distance and bearing from another, on a sphere.
  D.travel = function ([lat, lon], km, bearing) {
    const rad = Math.PI / 180, part = km / EARTH_KM, turn = bearing * rad, from = lat * rad;
    const to = Math.asin(Math.sin(from) * Math.cos(part)
      + Math.cos(from) * Math.sin(part) * Math.cos(turn));
    const east = Math.atan2(Math.sin(turn) * Math.sin(part) * Math.cos(from),
      Math.cos(part) - Math.sin(from) * Math.sin(to));
    return [to / rad, lon + east / rad];
  };

  D.isPoint = (place) => place.kind === "city" && !place.relation;

  function wedge(place, options) {
    const bearing = BEARINGS[place.relation];
    const reach = (L.latLng(place.of).distanceTo(place.at) / 1000 + (place.radius_km || 0)) || 20;
    const rim = [];
    for (let turn = -SPREAD; turn <= SPREAD; turn += 8) {
      rim.push(D.travel(place.of, reach, bearing + turn));
    }
    return L.polygon([place.of, ...rim], Object.assign({ dashArray: "5 4" }, options));
  }

  function outline(place, outlines, options) {
    const found = outlines && place.kind === "country"
      && outlines.features.find((feature) => feature.properties.a2 === place.country);
    return found ? L.geoJSON(found, Object.assign({ style: options }, options)) : null;
  }

  // The Leaflet layer of a site that is no point; null where its extent is unknown.
  D.shape = function (place, outlines, options) {
    if (place.relation in BEARINGS && place.of) return wedge(place, options);
    const drawn = outline(place, outlines, options);
    if (drawn) return drawn;
    if (!place.radius_km) return null;
    const dashes = DASHED.has(place.relation) || place.kind === "area" ? { dashArray: "5 4" } : {};
    return L.circle(place.at, Object.assign({ radius: place.radius_km * 1000 }, dashes, options));
  };

  // Items closer than `gap` pixels become one; the first of a group gives its position.
  D.cluster = function (items, gap) {
    const cells = new Map(), groups = [];
    const cell = (x, y) => `${Math.floor(x / gap)},${Math.floor(y / gap)}`;
    for (const item of items) {
      let home = null;
      for (let dx = -gap; dx <= gap && !home; dx += gap) {
        for (let dy = -gap; dy <= gap && !home; dy += gap) {
          home = (cells.get(cell(item.x + dx, item.y + dy)) || []).find((group) =>
            Math.hypot(group.x - item.x, group.y - item.y) < gap);
        }
      }
      if (home) { home.items.push(item); continue; }
      const group = { x: item.x, y: item.y, items: [item] };
      groups.push(group);
      const key = cell(item.x, item.y);
      if (!cells.has(key)) cells.set(key, []);
      cells.get(key).push(group);
    }
    return groups;
  };
})();
