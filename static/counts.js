// The line of counts: on the map, off the map and why, filtered out; together they are all.
(function () {
  "use strict";
  const D = window.Dateline;
  const { el, say } = D;
  const REASONS = ["no_place", "demonym", "unresolved"];

  D.counts = function (host) {
    let unclaimed = 0;

    function show({ counts }) {
      const off = REASONS.filter((reason) => counts.off_map[reason]);
      const sum = off.reduce((total, reason) => total + counts.off_map[reason], 0);
      const why = off.map((reason) => say("counts." + reason, { n: counts.off_map[reason] }));
      const parts = [
        el("strong", { dataset: { count: "total", n: counts.total } }, D.count("counts.all", counts.total)),
        part("on_map", counts.on_map),
        part("off_map", sum, why.length ? ` (${why.join(", ")})` : ""),
        part("filtered", counts.filtered),
      ];
      const beside = [
        counts.undated && part("undated", counts.undated),
        counts.possible && part("possible", counts.possible),
        unclaimed && el("span", {}, D.count("counts.unclaimed", unclaimed)),
      ].filter(Boolean);
      host.replaceChildren(
        el("span", { cls: "sum" }, parts[0], " = ", ...join(parts.slice(1), " + ")),
        beside.length ? el("span", { cls: "beside" }, ...join(beside, " · ")) : "");
    }

    const part = (name, n, more = "") =>
      el("span", { dataset: { count: name, n } }, say("counts." + name, { n }) + more);
    const join = (nodes, sign) => nodes.flatMap((node, n) => (n ? [sign, node] : [node]));

    return { draw: (model) => { unclaimed = model.unclaimed || 0; }, show };
  };
})();
