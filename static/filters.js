// The filters: words, speakers, places, certainty, form, and the map's extent; each can be taken back.
(function () {
  "use strict";
  const D = window.Dateline;
  const { el, say } = D;
  const PAUSE_MS = 150; // after a key before the search runs

  D.filters = function (host, actions) {
    let model = null, chips = null, menus = [], search = null, extent = null, timer = 0;

    // What can be chosen of a facet, the most frequent first.
    function options(pairs, sorted = true) {
      const found = new Map();
      for (const [value, label] of pairs) {
        if (!found.has(value)) found.set(value, { value, label, n: 0 });
        found.get(value).n++;
      }
      const list = [...found.values()];
      return sorted ? list.sort((a, b) => b.n - a.n || a.label.localeCompare(b.label)) : list;
    }

    function facets() {
      const claims = model.claims;
      const placed = claims.flatMap((claim) => [...new Set(claim.places.map(([n]) => n))]
        .map((n) => [model.places[n].name, model.places[n].label])
        .filter(([name], at, all) => all.findIndex(([other]) => other === name) === at));
      const levels = D.LEVELS.flatMap((level) => claims.filter((claim) => claim.level === level)
        .map(() => [level, say("level." + level)]));
      return [
        ["speakers", options(claims.map((claim) => [claim.speakerId, claim.speakerName]))],
        ["places", options(placed)],
        ["levels", options(levels, false)],
        ["kinds", options(claims.map((claim) => [claim.kind, say("kind." + claim.kind)]))],
      ];
    }

    function menu([name, list]) {
      const title = el("summary", {}, say("filter." + name), el("span", { cls: "badge" }));
      const boxes = list.map(({ value, label, n }) => {
        const box = el("input", { type: "checkbox", value,
          onchange: () => actions.change({ [name]: boxes.map(([one]) => one)
            .filter((one) => one.checked).map((one) => one.value) }) });
        return [box, el("label", {}, box, name === "levels" ? D.glyph(value, 14) : "",
          el("span", { cls: "text" }, label), el("span", { cls: "n" }, String(n)))];
      });
      const whole = el("details", { cls: "menu", name: "filter" }, title,
        el("div", { cls: "sheet" }, boxes.map(([, label]) => label)));
      return { name, whole, boxes: boxes.map(([box]) => box), badge: title.lastChild,
        labels: new Map(list.map(({ value, label }) => [value, label])) };
    }

    function draw(next) {
      model = next;
      search = el("input", { type: "search", placeholder: say("filter.words"), "aria-label": say("filter.words"),
        oninput: () => {
          clearTimeout(timer);
          timer = setTimeout(() => actions.change({ words: search.value.slice(0, 200) }), PAUSE_MS);
        } });
      extent = el("input", { type: "checkbox", onchange: () =>
        actions.change({ extent: extent.checked ? actions.extent() : null }) });
      menus = facets().filter(([, list]) => list.length > 1).map(menu);
      chips = el("div", { cls: "chosen-chips" });
      const bar = el("div", { cls: "bar-of-filters" }, search, menus.map(({ whole }) => whole),
        el("label", { cls: "toggle" }, extent, say("filter.extent")));
      const fold = el("details", { cls: "fold", open: !D.narrow() }, el("summary", {}, say("filter.title")), bar);
      host.replaceChildren(fold, chips);
      host.hidden = !model.claims.length;
    }

    function show(selection) {
      if (!model) return;
      if (document.activeElement !== search) search.value = selection.words;
      extent.checked = Boolean(selection.extent);
      for (const { name, boxes, badge } of menus) {
        const chosen = new Set(selection[name]);
        boxes.forEach((box) => { box.checked = chosen.has(box.value); });
        badge.textContent = chosen.size ? ` ${chosen.size}` : "";
      }
      chips.replaceChildren(...active(selection));
    }

    function active(selection) {
      const chip = (text, patch) => D.button(el("span", {}, text, el("span", { "aria-hidden": "true" }, " ×")),
        () => actions.change(patch), { cls: "taken", "aria-label": `${say("filter.remove")}: ${text}` });
      const found = [];
      if (selection.words.trim()) found.push(chip(`“${selection.words}”`, { words: "" }));
      for (const { name, labels } of menus) {
        for (const value of selection[name]) {
          found.push(chip(labels.get(value) || value,
            { [name]: selection[name].filter((one) => one !== value) }));
        }
      }
      if (selection.window) found.push(chip(D.windowLabel(model, selection.window), { window: null }));
      if (selection.extent) found.push(chip(say("filter.extent"), { extent: null }));
      if (found.length > 1) {
        found.push(D.button(say("filter.clear"), () => actions.change({ words: "", speakers: [], places: [],
          levels: [], kinds: [], window: null, extent: null }), { cls: "link" }));
      }
      return found;
    }

    // A menu closes when the reader goes elsewhere.
    document.addEventListener("click", (event) => menus.forEach(({ whole }) => {
      if (whole.open && !whole.contains(event.target)) whole.open = false;
    }));
    host.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      const open = menus.find(({ whole }) => whole.open);
      if (!open) return;
      open.whole.open = false;
      open.whole.querySelector("summary").focus();
      event.preventDefault();
    });

    return { draw, show };
  };

  // A calendar day without its weekday.
  D.dayLabel = (model, iso) => new Intl.DateTimeFormat(model.locale,
    { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(Date.parse(iso + "T00:00:00Z"));

  // A window of days in words.
  D.windowLabel = function (model, [from, to]) {
    if (from && to) return say("filter.window", { start: D.dayLabel(model, from), end: D.dayLabel(model, to) });
    return from ? say("time.since", { date: D.dayLabel(model, from) }) : say("time.until", { date: D.dayLabel(model, to) });
  };
})();
