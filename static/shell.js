// The shell: keeps one selection for all of the views, and tells Streamlit of it.
(function () {
  "use strict";
  const D = window.Dateline;
  const { el, say } = D;
  const TELL_MS = 250; // after a filter; a chosen claim is told at once

  D.start = function (map, options) {
    const parts = D.layout(map);
    D.theme(parts.root);
    let model = null, version = null, nonce = null, sequence = 0, arrived = Promise.resolve(), timer = 0;
    let selection = Object.assign({}, D.EMPTY), view = null;
    const notes = new Set();
    let spoken = D.EMPTY; // the selection that Python knows
    let ignored = []; // what Python could not read of the address

    const actions = {
      sight, step, change, turnTo, help,
      select: (claim, source, here) => select(claim, { source, here }),
      fit: (sites) => mapView.fit(sites),
      hover: (claim) => views.forEach((one) => one.hover && one.hover(claim)),
      point: (place) => { article.point(place.n); if (place.at) mapView.goTo(place.at); },
      extent: () => mapView.extent(),
      moved: (at, box) => change(selection.extent ? { at, extent: box } : { at }, { only: !selection.extent }),
      tell: (key) => { notes.add(key); problems(); },
    };
    const article = D.article(parts.article, actions);
    const mapView = D.map(map, options, actions);
    const timeline = D.timeline(parts.lanes, actions);
    const card = D.card(parts.card, actions);
    const list = D.list(parts.list, actions);
    const filters = D.filters(parts.filters, actions);
    const brush = D.brush(parts.strip, actions);
    const play = D.play(parts.play, actions);
    const counts = D.counts(parts.counts);
    const views = [article, mapView, timeline, card, list, filters, brush, play, counts];

    // Python's word. Nothing is redrawn unless the story changed, nothing chosen unless it says so.
    function receive(message) {
      arrived = arrived.then(() => take(message));
      return arrived;
    }

    async function take(message) {
      if (message.version !== version) {
        const state = await D.decode(message.data);
        version = message.version;
        D.texts = state.texts;
        model = D.index(state);
        nonce = null;
        document.documentElement.lang = model.language;
        D.furnish(parts, model, { map, mapView, timeline, actions, selection: () => selection });
        views.forEach((one) => one.draw(model));
        problems();
        mark("drawn");
      }
      if (message.nonce !== nonce) {
        nonce = message.nonce;
        const told = await D.decode(message.selection);
        const chosen = Object.assign({}, D.EMPTY, told.selection);
        ignored = told.notes || [];
        problems();
        selection = Object.assign({}, chosen, { claim: null });
        if (chosen.at) mapView.restore(chosen.at);
        else if (chosen.extent) mapView.restoreBox(chosen.extent);
        show();
        select(model.byId.get(chosen.claim) || null, { source: "python" });
        spoken = Object.assign({}, selection);
      }
    }

    function show() {
      view = D.select(model, selection);
      Object.assign(parts.root.dataset, { tab: selection.tab, axis: selection.axis });
      article.show(view);
      mapView.show(view);
      timeline.show(view, selection.axis, selection.lanes);
      brush.show(view, selection.axis, selection.window);
      play.show(model, selection, brush.domain());
      list.show(view);
      card.show(view);
      filters.show(selection);
      counts.show(view);
      D.press(parts.timetools, selection.axis);
      D.press(parts.tools, selection.tab === "list" ? "list" : "map");
      D.press(parts.tabs, selection.tab);
      mark("shown");
    }

    // A part of the selection changes; `only` says that it changes nothing that is shown.
    function change(patch, { only, quietly } = {}) {
      Object.assign(selection, patch);
      if (!selection.window) selection.play = null;
      if (!only) show();
      if (!quietly) tell(TELL_MS);
    }

    function turnTo(name) {
      change({ tab: name });
      list.paint();
    }

    function select(claim, { source, focus, here }) {
      const id = claim ? claim.id : null;
      const same = id === selection.claim;
      selection.claim = id;
      card.select(claim, here); // first, for on a phone it covers a part of the text
      article.select(claim, { reveal: source !== "article" || D.narrow(), focus });
      mapView.select(claim, { reveal: source !== "map" });
      timeline.select(claim, { reveal: source !== "timeline" });
      list.select(claim, { reveal: source !== "list" });
      parts.root.classList.toggle("chosen", Boolean(claim));
      mark("selected");
      if (!same && source !== "python") tell(0);
    }

    function tell(wait) {
      clearTimeout(timer);
      if (!window.Streamlit) return;
      if (ignored.length) { ignored = []; problems(); }
      const say = () => {
        if (D.slight(spoken, selection)) D.replaceAddress(selection, model.opening);
        spoken = Object.assign({}, selection);
        window.Streamlit.setComponentValue({ selection, sequence: ++sequence });
      };
      if (wait) timer = setTimeout(say, wait); else say();
    }

    function step(way, focus) {
      const shown = model.claims.filter(view.shown);
      if (!shown.length) return;
      const now = shown.findIndex((claim) => claim.id === selection.claim);
      const next = now < 0 ? (way > 0 ? 0 : shown.length - 1) : (now + way + shown.length) % shown.length;
      select(shown[next], { source: "keys", focus });
    }

    // The part of the article that nothing covers: on a phone the map lies above, the card below.
    function sight() {
      const pane = D.narrow() ? parts.root : parts.article;
      const box = pane.getBoundingClientRect();
      if (pane === parts.article) return { pane, top: box.top, bottom: box.bottom };
      const sheet = parts.card.classList.contains("open") ? parts.card.offsetHeight : 0;
      const covered = Math.min(parts.views.offsetHeight, box.height);
      return { pane, top: box.top + covered, bottom: box.bottom - sheet };
    }

    // The story's own and the page's, which may come before there is a story or its words.
    function problems() {
      const lines = model ? [...model.problems, ...ignored, ...[...notes].map((key) => say(key))] : [];
      parts.problems.replaceChildren(...lines.map((line) => el("p", {}, line)));
    }

    function help() {
      if (parts.help.open) return;
      parts.help.replaceChildren(D.iconButton("×", say("help.close"), () => parts.help.close(),
        { cls: "icon closer" }), D.legend());
      parts.help.showModal();
    }

    // The switches of the marks stand in both legends; the other one is drawn anew.
    parts.help.addEventListener("close", () => selection.claim || card.select(null));

    const mark = (name) => performance.mark("dateline-" + name);

    document.addEventListener("keydown", (event) => {
      if (!model || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (parts.help.open || event.target.matches("input, select, textarea, .leaflet-container")) return;
      const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (way && !event.shiftKey) step(way, Boolean(event.target.closest(".article")));
      else if (event.key === "Escape") select(null, { source: "keys" });
      else if (event.key === "?") help();
      else if (event.key === " " && event.target.closest(".timeline") && !event.target.closest("button")) play.toggle();
      else return;
      event.preventDefault();
    });
    parts.help.addEventListener("click", (event) => event.target === parts.help && parts.help.close());
    const repaint = () => D.theme(parts.root) && mapView.theme();
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
    if (window.Streamlit) window.Streamlit.events.addEventListener("streamlit:render", () => setTimeout(repaint));

    return { receive, map, model: () => model, selection: () => selection, view: () => view, change,
      select: (id) => select(model.byId.get(id) || null, { source: "test" }) };
  };
})();
