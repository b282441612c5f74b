// One sign for each level of certainty: told apart by fill and by shape, never by colour alone.
(function () {
  "use strict";
  const D = window.Dateline;
  const { svg } = D;

  D.LEVELS = ["certain", "near_certain", "probable", "possible", "unlikely", "unverified", "none"];

  // Shapes in absolute coordinates, about (x, y), where `u` is a sixteenth of the sign's size: a
  // nested svg or a transform would make a layer of each sign, and long stories slow to paint.
  const ring = (x, y, u, extra) => svg("circle", Object.assign({ cx: x, cy: y, r: 6 * u, class: "ring" }, extra));
  const pie = (x, y, u, large, [toX, toY]) => svg("path", { class: "full",
    d: `M${x} ${y}V${y - 6 * u}A${6 * u} ${6 * u} 0 ${large} 1 ${x + toX * u} ${y + toY * u}Z` });

  const SIGNS = {
    certain: (x, y, u) => [svg("circle", { cx: x, cy: y, r: 6.75 * u, class: "full" })],
    near_certain: (x, y, u) => [ring(x, y, u), pie(x, y, u, 1, [-6, 0])],
    probable: (x, y, u) => [ring(x, y, u), pie(x, y, u, 0, [0, 6])],
    possible: (x, y, u) => [ring(x, y, u), pie(x, y, u, 0, [6, 0])],
    unlikely: (x, y, u) => [ring(x, y, u), svg("path", { class: "stroke",
      d: `M${x - 4 * u} ${y - 4 * u}L${x + 4 * u} ${y + 4 * u}` })],
    unverified: (x, y, u) => [ring(x, y, u, { "stroke-dasharray": `${2.2 * u} ${1.9 * u}` }),
      svg("circle", { cx: x, cy: y, r: 1.6 * u, class: "full" })],
    none: (x, y, u) => [svg("path", { class: "ring",
      d: `M${x} ${y - 6.4 * u}L${x + 6.4 * u} ${y}L${x} ${y + 6.4 * u}L${x - 6.4 * u} ${y}Z` })],
  };

  // A level's sign inside another drawing, about (x, y).
  D.sign = (level, x, y, size) =>
    svg("g", { class: "glyph" }, ...(SIGNS[level] || SIGNS.certain)(x, y, size / 16));

  // Decorative: the words for a level always stand beside it or in the name of what holds it.
  D.glyph = (level, size = 16) =>
    svg("svg", {
      class: "glyph", viewBox: "0 0 16 16", width: size, height: size, "aria-hidden": "true",
      focusable: "false",
    }, ...(SIGNS[level] || SIGNS.certain)(8, 8, 1));
})();
