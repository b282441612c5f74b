// One sign for each level of certainty: told apart by fill and by shape, never by colour alone.
(function () {
  "use strict";
  const D = window.Dateline;
  const { svg } = D;

  D.LEVELS = ["certain", "near_certain", "probable", "possible", "unlikely", "unverified", "none"];

  const ring = (extra) =>
    svg("circle", Object.assign({ cx: 8, cy: 8, r: 6, class: "ring" }, extra));
  const pie = (d) => svg("path", { d, class: "full" });

  const SIGNS = {
    certain: () => [svg("circle", { cx: 8, cy: 8, r: 6.75, class: "full" })],
    near_certain: () => [ring(), pie("M8 8V2A6 6 0 1 1 2 8Z")],
    probable: () => [ring(), pie("M8 2A6 6 0 0 1 8 14Z")],
    possible: () => [ring(), pie("M8 8V2A6 6 0 0 1 14 8Z")],
    unlikely: () => [ring(), svg("path", { d: "M4 4L12 12", class: "stroke" })],
    unverified: () => [
      ring({ "stroke-dasharray": "2.2 1.9" }), svg("circle", { cx: 8, cy: 8, r: 1.6, class: "full" })],
    none: () => [svg("path", { d: "M8 1.6L14.4 8L8 14.4L1.6 8Z", class: "ring" })],
  };

  // Decorative: the words for a level always stand beside it or in the name of what holds it.
  D.glyph = (level, size = 16) =>
    svg("svg", {
      class: "glyph", viewBox: "0 0 16 16", width: size, height: size, "aria-hidden": "true",
      focusable: "false",
    }, ...(SIGNS[level] || SIGNS.certain)());
})();
