// The shell: lays out the views, keeps one selection for all of them, and tells Streamlit of it.
(function () {
  "use strict";
  const D = window.Dateline;
  const { el, say } = D;

  function lay(map) {
    const parts = {};
    const part = (name, tag, props, ...children) =>
      (parts[name] = el(tag, Object.assign({ cls: name }, props), ...children));
    parts.root = el("main", { cls: "dl" },
      el("header", { cls: "head" }, part("title", "div"), part("meta", "p"), part("tools", "div"),
        part("counts", "p", { role: "status" }), part("problems", "div")),
      el("div", { cls: "columns" },
        part("article", "div", { cls: "article scroll", tabindex: "0", role: "region" }),
        part("views", "div", {}, part("tabs", "div", { cls: "tabs segments", role: "group" }),
          part("mapview", "section", { cls: "mapview" }),
          part("card", "aside", { cls: "card", tabindex: "0" }),
          part("timeline", "section", { cls: "timeline" },
            part("timetools", "div"), part("lanes", "div")))));
    document.body.append(parts.root);
    const canvas = map.getContainer();
    canvas.removeAttribute("style");
    parts.mapview.append(canvas, part("maptools", "div"));
    new ResizeObserver(() => map.invalidateSize({ pan: false })).observe(canvas);
    return parts;
  }

  // Light or dark as Streamlit's theme is; as the reader's system is where there is no Streamlit.
  function theme(root) {
    const ground = window.Streamlit && getComputedStyle(document.documentElement)
      .getPropertyValue("--background-color").trim();
    let dark = window.matchMedia("(prefers-color-scheme: dark)").matches;
    if (/^#[0-9a-f]{6}$/i.test(ground)) {
      const light = [1, 3, 5].reduce((sum, at) => sum + parseInt(ground.slice(at, at + 2), 16), 0);
      dark = light < 384;
    }
    const name = dark ? "dark" : "light", changed = root.dataset.theme !== name;
    root.dataset.theme = name;
    return changed;
  }

  D.start = function (map, options) {
    const parts = lay(map);
    theme(parts.root);
    parts.root.dataset.tab = "map";
    let model = null, version = null, nonce = null, sequence = 0, arrived = Promise.resolve();
    let selection = Object.assign({}, D.EMPTY), view = null, grouping = "speaker";

    // The part of the article that nothing covers: on a phone the map lies above, the card below.
    function sight() {
      const pane = D.narrow() ? parts.root : parts.article;
      const box = pane.getBoundingClientRect();
      if (pane === parts.article) return { pane, top: box.top, bottom: box.bottom };
      const sheet = parts.card.classList.contains("open") ? parts.card.offsetHeight : 0;
      return { pane, top: parts.views.getBoundingClientRect().bottom, bottom: box.bottom - sheet };
    }

    const actions = {
      sight,
      select: (claim, source) => select(claim, { source }),
      hover: (claim) => views.forEach((one) => one.hover && one.hover(claim)),
      point: (place) => { article.point(place.n); mapView.map.panTo(place.at || map.getCenter()); },
      step,
      tell: (key) => problems([say(key)]),
    };
    const article = D.article(parts.article, actions);
    const mapView = D.map(map, options, actions);
    const timeline = D.timeline(parts.lanes, actions);
    const card = D.card(parts.card, actions);
    const counts = D.counts(parts.counts);
    const views = [article, mapView, timeline, card];

    // Python's word. Nothing is redrawn unless the story changed, nothing chosen unless it says so.
    function receive(message) {
      arrived = arrived.then(() => take(message)).catch((error) => { throw error; });
      return arrived;
    }

    async function take(message) {
      if (message.version !== version) {
        const state = await D.decode(message.data);
        version = message.version;
        D.texts = state.texts;
        model = D.index(state);
        draw();
        nonce = null;
      }
      if (message.nonce !== nonce) {
        nonce = message.nonce;
        const chosen = Object.assign({}, D.EMPTY, (await D.decode(message.selection)).selection);
        selection = Object.assign({}, chosen, { claim: null });
        show();
        select(model.byId.get(chosen.claim) || null, { source: "python" });
      }
    }

    function draw() {
      document.documentElement.lang = model.language;
      furniture();
      views.forEach((one) => one.draw(model));
      counts.draw(model);
      problems(model.problems || []);
      view = D.select(model, selection);
      mapView.fit();
      show();
    }

    function show() {
      view = D.select(model, selection);
      article.show(view);
      mapView.show(view);
      timeline.show(view, selection.axis, grouping);
      counts.show(view);
      parts.timetools.querySelectorAll("[data-axis]").forEach((button) =>
        button.setAttribute("aria-pressed", String(button.dataset.axis === selection.axis)));
    }

    function select(claim, { source, focus }) {
      const id = claim ? claim.id : null;
      const same = id === selection.claim;
      selection.claim = id;
      card.select(claim); // first, for on a phone it covers a part of the text
      article.select(claim, { reveal: source !== "article" || D.narrow(), focus });
      mapView.select(claim, { reveal: source !== "map" });
      timeline.select(claim, { reveal: source !== "timeline" });
      parts.root.classList.toggle("chosen", Boolean(claim));
      if (!same && source !== "python") tell();
    }

    function tell() {
      if (window.Streamlit) window.Streamlit.setComponentValue({ selection, sequence: ++sequence });
    }

    function step(way, focus) {
      const shown = model.claims.filter(view.shown);
      if (!shown.length) return;
      const now = shown.findIndex((claim) => claim.id === selection.claim);
      const next = now < 0 ? (way > 0 ? 0 : shown.length - 1) : (now + way + shown.length) % shown.length;
      select(shown[next], { source: "keys", focus });
    }

    function problems(lines) {
      parts.problems.replaceChildren(...lines.map((line) => el("p", {}, line)));
    }

    function furniture() {
      const only = model.articles.length === 1 ? model.articles[0] : null;
      parts.title.replaceChildren(...(only && only.title
        ? [el("h1", { lang: only.language || null }, only.title)]
        : [el("h1", { cls: "unseen" }, say("story.article"))]));
      parts.meta.replaceChildren(...(only ? facts(only) : []));
      const label = (name, key) => parts[name].setAttribute("aria-label", say(key));
      label("article", "story.article");
      label("card", "story.card");
      label("mapview", "map.label");
      label("timeline", "story.timeline");
      parts.maptools.replaceChildren(
        D.iconButton("+", say("map.zoom_in"), () => map.zoomIn()),
        D.iconButton("−", say("map.zoom_out"), () => map.zoomOut()),
        D.iconButton("⤢", say("map.fit"), () => mapView.fit()));
      parts.tabs.replaceChildren(tab("map"), tab("timeline"));
      parts.timetools.replaceChildren(
        el("h2", {}, say("story.timeline")),
        toggle(),
        el("span", { cls: "grow" }),
        D.iconButton("◂", say("timeline.earlier"), () => timeline.pan(-0.25)),
        D.iconButton("▸", say("timeline.later"), () => timeline.pan(0.25)),
        D.iconButton("+", say("timeline.zoom_in"), () => timeline.zoom(1.6)),
        D.iconButton("−", say("timeline.zoom_out"), () => timeline.zoom(1 / 1.6)),
        D.iconButton("⤢", say("timeline.fit"), () => timeline.fit()));
    }

    function facts(only) {
      const date = only.published_label
        ? `${say("story.published", { date: only.published_label })} (${say("story.basis_" + only.basis)})`
        : say("story.undated");
      return [date, only.url ? " · " : "",
        only.url ? el("a", { href: only.url, target: "_blank", rel: "noopener noreferrer" }, say("story.source")) : ""];
    }

    // On a phone one of the views shows above the text; elsewhere all do, and the tabs are not there.
    function tab(name) {
      return D.button(say("story." + name), () => {
        parts.root.dataset.tab = name;
        parts.tabs.querySelectorAll("[data-tab]").forEach((button) =>
          button.setAttribute("aria-pressed", String(button.dataset.tab === name)));
      }, { dataset: { tab: name }, "aria-pressed": String((parts.root.dataset.tab || "map") === name) });
    }

    // Which of a claim's two times the timeline shows.
    function toggle() {
      const choice = (name) => el("button", { type: "button", "aria-pressed": String(selection.axis === name),
        dataset: { axis: name }, onclick: () => turn(name) }, say("timeline." + name));
      return el("div", { cls: "segments", role: "group", "aria-label": say("timeline.axis") },
        choice("happened"), choice("said"));
    }

    function turn(name) {
      selection.axis = name;
      show();
      tell();
    }

    document.addEventListener("keydown", (event) => {
      if (!model || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target.closest("input, select, textarea, .leaflet-container")) return;
      if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
        if (event.shiftKey) return;
        step(event.key === "ArrowRight" ? 1 : -1, Boolean(event.target.closest(".article")));
      } else if (event.key === "Escape") select(null, { source: "keys" });
      else return;
      event.preventDefault();
    });
    const repaint = () => theme(parts.root) && mapView.theme();
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
    if (window.Streamlit) window.Streamlit.events.addEventListener("streamlit:render", () => setTimeout(repaint));

    return { receive, map, model: () => model, selection: () => selection, view: () => view,
      select: (id) => select(model.byId.get(id) || null, { source: "test" }) };
  };
})();
