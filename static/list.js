// The list: the same claims as a table, for keyboard and screen reader first.
(function () {
  "use strict";
  const D = window.Dateline;
  const { el, say } = D;
  const PAGE = 200; // rows that are drawn at a time
  const COLUMNS = ["claim", "who", "sure", "said", "happened", "where"];

  D.list = function (host, actions) {
    let model = null, view = null, current = null, rows = new Map(), drawn = PAGE, stale = true;

    // A single day is written short, for a table's column.
    function when(time) {
      if (!time) return say("card.no_time");
      if (!time.earliest || time.earliest !== time.latest) return time.label || say("time.relative");
      const date = D.dayLabel(model, time.earliest);
      return time.vague ? say("time.about", { date }) : date;
    }

    const where = (claim) => claim.places.map(([n, role]) => model.places[n].label
      + (model.places[n].kind === "demonym" ? ` (${say("card.demonym")})`
        : !model.places[n].at ? ` (${say("card.unresolved")})`
          : role === "mentioned" ? ` (${say("card.mentioned")})` : "")).join(", ") || say("card.no_place");

    function row(claim) {
      const maybe = view.fits[claim.n] === 1;
      const line = el("tr", { dataset: { row: claim.n }, cls: maybe ? "maybe" : null },
        el("th", { scope: "row" }, D.button(claim.text, () => actions.select(claim, "list"), { cls: "link" }),
          maybe ? el("span", { cls: "note" }, say("filter.possibly")) : ""),
        el("td", {}, claim.speakerName),
        el("td", {}, el("span", { cls: "sure" }, D.glyph(claim.level, 14), say("level." + claim.level))),
        ...[["said", when(claim.said)], ["happened", when(claim.happened)], ["where", where(claim)]].map(
          ([name, text]) => el("td", { dataset: { name: say("list." + name) } }, text)));
      rows.set(claim.n, line);
      return line;
    }

    // Drawn only when it is looked at, a page at a time, so that a long story stays quick.
    function paint() {
      if (!model || !view || !stale || !host.offsetParent) return;
      stale = false;
      rows = new Map();
      const shown = model.claims.filter(view.shown);
      const at = current ? shown.indexOf(current) : -1;
      drawn = Math.max(drawn, Math.ceil((at + 1) / PAGE) * PAGE);
      host.replaceChildren(
        el("table", {}, el("caption", { cls: "unseen" }, say("list.label")),
          el("thead", {}, el("tr", {}, COLUMNS.map((name) => el("th", { scope: "col" }, say("list." + name))))),
          el("tbody", {}, shown.slice(0, drawn).map(row))),
        shown.length > drawn ? D.button(say("list.more", { n: shown.length - drawn }),
          () => { drawn += PAGE * 5; stale = true; paint(); }) : "",
        shown.length ? "" : el("p", { cls: "note" }, say("list.none")));
      mark();
    }

    function mark() {
      rows.forEach((line, n) => {
        const on = current !== null && n === current.n;
        line.classList.toggle("on", on);
        if (on) line.setAttribute("aria-current", "true"); else line.removeAttribute("aria-current");
      });
    }

    function select(claim, { reveal }) {
      current = claim;
      if (claim && !rows.has(claim.n)) { stale = true; paint(); }
      mark();
      const line = claim && rows.get(claim.n);
      if (line && reveal && host.offsetParent) line.scrollIntoView({ block: "nearest" });
    }

    return {
      draw: (next) => { model = next; current = null; drawn = PAGE; stale = true; },
      show: (next) => { view = next; stale = true; paint(); },
      select, paint,
    };
  };
})();
