// What the signs mean; it fills the card's place until a claim is chosen, and opens as help.
(function () {
  "use strict";
  const D = window.Dateline;
  const { el, svg, say } = D;
  D.MARKS = ["claim", "speaker", "cue", "hedge", "time", "place"];

  const sample = (...shapes) => svg("svg", {
    viewBox: "0 0 28 16", width: 28, height: 16, class: "sample", "aria-hidden": "true" }, ...shapes);

  const PLACE_SIGNS = {
    point: () => sample(svg("circle", { cx: 14, cy: 8, r: 6, class: "full" })),
    area: () => sample(svg("path", { d: "M2 4L9 1L26 2L27 11L20 15L5 14Z", class: "wash" }),
      svg("rect", { x: 9, y: 4, width: 11, height: 8, class: "frame" })),
    near: () => sample(svg("circle", { cx: 14, cy: 8, r: 6.5, class: "dashed" })),
    wedge: () => sample(svg("path", { d: "M14 15L6 2A12 12 0 0 1 22 2Z", class: "dashed" })),
    quiet: () => sample(svg("circle", { cx: 14, cy: 8, r: 5, class: "ring" })),
  };
  const TIME_SIGNS = {
    bar: () => sample(svg("rect", { x: 3, y: 5, width: 22, height: 6, rx: 2, class: "full" })),
    fade: () => sample(svg("rect", { x: 3, y: 5, width: 22, height: 6, class: "full", mask: "url(#fade)" })),
    arrow: () => sample(svg("path", { d: "M3 5H20V2L27 8L20 14V11H3Z", class: "full" })),
  };

  const list = (items) => el("ul", { cls: "legend" }, items.map((item) => el("li", {}, ...item)));

  // Each mark of the text with a switch that takes it away.
  function switches() {
    const root = document.querySelector(".dl");
    return el("fieldset", { cls: "switches" }, el("legend", {}, say("marks.title")),
      D.MARKS.map((name) => {
        const box = el("input", { type: "checkbox", checked: !root.classList.contains("hide-" + name),
          onchange: (event) => root.classList.toggle("hide-" + name, !event.target.checked) });
        return el("label", {}, box, el("span", { cls: "m " + name }, say("marks." + name)));
      }));
  }

  D.legend = () => el("div", { cls: "help" },
    el("h2", {}, say("help.title")),
    el("p", {}, say("help.lead")),
    switches(),
    el("h3", {}, say("help.certainty")),
    list(D.LEVELS.map((level) => [D.glyph(level), say("level." + level)])),
    el("h3", {}, say("help.place")),
    list(Object.entries(PLACE_SIGNS).map(([name, sign]) => [sign(), say("map.legend_" + name)])),
    el("h3", {}, say("help.time")),
    list(Object.entries(TIME_SIGNS).map(([name, sign]) => [sign(), say("timeline.legend_" + name)])),
    el("p", { cls: "keys" }, say("help.keys")));
})();
