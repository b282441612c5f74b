// The page's parts and their places in the document; light or dark.
(function () {
  "use strict";
  const D = window.Dateline;
  const { el, say } = D;

  D.layout = function (map) {
    // Folium forbids a phone to zoom the page; a reader may need it.
    document.querySelectorAll("meta[name=viewport]").forEach((meta) => {
      meta.content = "width=device-width, initial-scale=1";
    });
    const parts = {};
    const part = (name, tag, props, ...children) =>
      (parts[name] = el(tag, Object.assign({ cls: name }, props), ...children));
    parts.root = el("main", { cls: "dl" },
      el("header", { cls: "head" },
        el("div", { cls: "top" }, el("div", {}, part("title", "div"), part("meta", "p")), part("tools", "div")),
        part("counts", "p", { role: "status" }), part("filters", "div"), part("problems", "div")),
      el("div", { cls: "columns" },
        part("article", "div", { cls: "article scroll", tabindex: "0", role: "region" }),
        part("views", "div", {}, part("tabs", "div", { cls: "tabs segments", role: "group" }),
          part("mapview", "section", { cls: "mapview" }),
          part("list", "section", { cls: "list", tabindex: "0" }),
          part("card", "aside", { cls: "card", tabindex: "0" }),
          part("timeline", "section", { cls: "timeline" },
            part("timetools", "div"), part("strip", "div"), part("lanes", "div"), part("play", "div")))));
    parts.help = el("dialog", { cls: "dialog" });
    parts.root.append(parts.help);
    document.body.append(parts.root);
    const canvas = map.getContainer();
    canvas.removeAttribute("style");
    parts.mapview.append(canvas, part("maptools", "div"), part("nowhere", "p"));
    return parts;
  };

  // Light or dark as Streamlit's theme is; as the reader's system is where there is no Streamlit.
  D.theme = function (root) {
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
  };

  // A row of buttons of which one is pressed.
  D.segments = function (label, names, pressed, choose) {
    return el("div", { cls: "segments", role: "group", "aria-label": label },
      names.map(([name, text]) => D.button(text, () => choose(name),
        { dataset: { choice: name }, "aria-pressed": String(name === pressed) })));
  };

  D.press = (host, name) => host.querySelectorAll("[data-choice]").forEach((button) =>
    button.setAttribute("aria-pressed", String(button.dataset.choice === name)));

  // Everything with words on it, drawn again when the language or the story changes.
  D.furnish = function (parts, model, { map, mapView, timeline, actions, selection }) {
    const only = model.articles.length === 1 ? model.articles[0] : null;
    parts.title.replaceChildren(only && only.title
      ? el("h1", { lang: only.language || null }, only.title)
      : el("h1", { cls: "unseen" }, say("story.article")));
    parts.meta.replaceChildren(...(only ? facts(only) : []));
    for (const [name, key] of [["article", "story.article"], ["card", "story.card"], ["list", "list.label"],
      ["mapview", "map.label"], ["timeline", "story.timeline"], ["tabs", "story.views"]]) {
      parts[name].setAttribute("aria-label", say(key));
    }
    parts.tools.replaceChildren(
      D.segments(say("story.views"), [["map", say("story.map_and_timeline")], ["list", say("story.list")]],
        selection().tab === "list" ? "list" : "map", actions.turnTo),
      D.iconButton("?", say("help.open"), actions.help));
    parts.tabs.replaceChildren(...D.segments("", ["map", "timeline", "list"].map((name) =>
      [name, say("story." + name)]), selection().tab, actions.turnTo).childNodes);
    const zoom = (way) => () => { mapView.touch(); map[way](); };
    parts.maptools.replaceChildren(
      D.iconButton("+", say("map.zoom_in"), zoom("zoomIn")),
      D.iconButton("−", say("map.zoom_out"), zoom("zoomOut")),
      D.iconButton("⤢", say("map.fit"), () => { mapView.touch(); mapView.fit(); }),
      D.iconButton("◎", say("map.fit_selection"), () => { mapView.touch(); mapView.fitChosen(); }));
    parts.timetools.replaceChildren(
      el("h2", {}, say("story.timeline")),
      axes(model, selection().axis, (name) => actions.change({ axis: name })),
      el("label", { cls: "lanes-by" }, say("timeline.lanes"), " ", el("select", {
        onchange: (event) => actions.change({ lanes: event.target.value }) },
      ["speaker", "place", "level"].map((name) => el("option", { value: name,
        selected: selection().lanes === name }, say("timeline.by_" + name))))),
      el("span", { cls: "grow" }),
      D.iconButton("◂", say("timeline.earlier"), () => timeline.pan(-0.25)),
      D.iconButton("▸", say("timeline.later"), () => timeline.pan(0.25)),
      D.iconButton("+", say("timeline.zoom_in"), () => timeline.zoom(1.6)),
      D.iconButton("−", say("timeline.zoom_out"), () => timeline.zoom(1 / 1.6)),
      D.iconButton("⤢", say("timeline.fit"), () => timeline.fit()));
    parts.nowhere.textContent = model.sites.length ? "" : say("map.empty");
    parts.help.setAttribute("aria-label", say("help.title"));
  };

  // Which of the two times is shown, and how many claims tell each.
  function axes(model, axis, choose) {
    const names = ["happened", "said"], total = model.claims.length;
    const switches = D.segments(say("timeline.axis"), names.map((name) => [name, say("timeline." + name)]), axis, choose);
    names.forEach((name, n) => {
      const button = switches.children[n], told = say("timeline.told_" + name, { n: model.told[name], total });
      button.append(" ", el("span", { cls: "n", "aria-hidden": "true" }, String(model.told[name])));
      button.title = told;
    });
    const few = model.opening === "said";
    return el("span", { cls: "axis" }, switches, few && el("span", { cls: "note" },
      say(model.told.happened ? "timeline.few_happened" : "timeline.none_happened")));
  }

  function facts(only) {
    const date = only.published_label
      ? `${say("story.published", { date: only.published_label })} (${say("story.basis_" + only.basis)})`
      : say("story.undated");
    return [date, only.url ? " · " : "", only.url
      ? el("a", { href: only.url, target: "_blank", rel: "noopener noreferrer" }, say("story.source")) : ""];
  }
})();
