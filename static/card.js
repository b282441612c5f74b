// The card of one claim: everything that was read, and the rule and words it was read from.
(function () {
  "use strict";
  const D = window.Dateline;
  const { el, say } = D;

  const LIST = 20; // claims named in a list before it says how many more there are
  const quoted = (text) => say("card.own_words", { text });
  const row = (name, ...content) => [el("dt", {}, name), el("dd", {}, ...content)];
  const note = (...content) => el("span", { cls: "note" }, ...content);
  const line = (...content) => el("div", {}, ...content);

  // A rule's own words where the texts have them, its plain name otherwise.
  D.rule = (rule) => (D.texts["rule." + rule] ? say("rule." + rule) : rule);

  function who(model, claim) {
    if (!claim.who) return [line(say("story.narrator"))];
    const { role, organisation, kind } = claim.who;
    const about = [role, organisation].filter(Boolean).join(", ");
    const words = claim.mention && model.cut(claim.article, ...claim.mention);
    return [
      el("div", { cls: "name" }, claim.who.name),
      line(about || say("speaker_kind." + kind)),
      claim.by && note(say("card.by"), " ", say("by." + claim.by),
        words && words !== claim.who.name ? " " + quoted(words) : ""),
      ...claim.chain.map(([kind, ...span]) =>
        note(say("chain." + kind), " ", model.cut(claim.article, ...span))),
    ];
  }

  function sure(model, claim) {
    const words = claim.hedges.map((span) => quoted(model.cut(claim.article, ...span))).join(", ");
    return [
      el("div", { cls: "level" }, D.glyph(claim.level), say("level." + claim.level),
        claim.negated ? ` (${say("card.negated")})` : ""),
      note(words ? say("card.words") + " " + words : say("card.no_words")),
    ];
  }

  function cue(model, claim) {
    if (!claim.cue) return null;
    const [start, end, stance] = claim.cue;
    return row(say("card.cue"), line(quoted(model.cut(claim.article, start, end))),
      stance !== "neutral" && note(say("stance." + stance)));
  }

  function when(model, claim, time, choose) {
    if (!time) return [note(say("card.no_time"))];
    const source = time.inherited && time.inherited !== "published"
      ? model.byId.get(time.inherited) : null;
    return [
      line(time.label || say("time.relative")),
      time.words && note(quoted(time.words), time.how ? `: ${time.how}` : ""),
      time.inherited === "published" && note(say("card.published")),
      source && D.button(say("card.inherited"), () => choose(source), { cls: "link small" }),
    ];
  }

  function where(model, claim, choose) {
    if (!claim.places.length) return [note(say("card.no_place"))];
    return claim.places.map(([number, role, source]) =>
      place(model.places[number], role, model.claims[source], choose));
  }

  function place(found, role, source, choose) {
    const facts = [say("place_kind." + found.kind)];
    if (found.country_label && found.kind !== "country") facts.push(found.country_label);
    if (found.kind === "demonym") facts.splice(0, 1, say("card.demonym"));
    else if (!found.at) facts.push(say("card.unresolved"));
    else {
      if (found.radius_km) facts.push(say("card.radius", { km: Math.round(found.radius_km) || 1 }));
      facts.push(say("card.confidence", { percent: Math.round(100 * (found.confidence || 0)) }));
    }
    return el("div", { cls: "place-row" },
      line(found.label, role === "mentioned" ? " " : "",
        role === "mentioned" && el("em", {}, `(${say("card.mentioned")})`)),
      note(facts.join(" · ")),
      found.reason && note(found.reason, " · ", say("place_source." + found.source)),
      source && D.button(say("card.place_inherited"), () => choose(source), { cls: "link small" }),
      found.alternatives && el("details", {}, el("summary", {}, say("card.alternatives")),
        el("ul", {}, found.alternatives.map((other) => el("li", {}, other.name,
          other.country_label ? `, ${other.country_label}` : "", " ",
          note(say("card.confidence", { percent: Math.round(100 * (other.confidence || 0)) })))))));
  }

  function relations(model, claim, choose) {
    const links = claim.relations.map((link) => [...link, ""])
      .concat(claim.incoming.map((link) => [...link, "_back"]));
    if (!links.length) return null;
    return row(say("card.relations"), ...links.map(([type, number, strength, back]) => {
      const other = model.claims[number];
      return el("div", { cls: "relation " + type }, line(el("strong", {}, say(`relation.${type}${back}`)),
        " ", other.speakerName, ": "),
        D.button(shorten(other.text), () => choose(other), { cls: "link" }),
        note(say("relation." + strength)));
    }));
  }

  const shorten = (D.shorten = function (text, length = 90) {
    const points = Array.from(text.replace(/\s+/g, " "));
    return points.length > length ? points.slice(0, length - 1).join("").trimEnd() + "…" : points.join("");
  });

  D.card = function (host, actions) {
    let model = null, current = null, view = null;
    const apart = el("p", { cls: "note", role: "status" });

    // A chosen claim stays on the card when a filter leaves it out, and says so.
    function show(next) {
      view = next;
      apart.textContent = current && !view.shown(current) ? say("card.filtered") : "";
    }

    function head(claim) {
      return el("div", { cls: "card-head" },
        el("h2", { id: "card-title" }, say("card.position", { n: claim.n + 1, total: model.claims.length })),
        D.iconButton("←", say("card.previous"), () => actions.step(-1)),
        D.iconButton("→", say("card.next"), () => actions.step(1)),
        D.iconButton("×", say("card.close"), () => actions.select(null, "card")));
    }

    // The claims at the spot on the map that was chosen, to go on from one to another.
    function list({ sites, claims }, chosen) {
      const items = claims.slice(0, LIST).map((claim) => el("li", {}, D.button(el("span", {},
        D.glyph(claim.level, 14), el("b", {}, claim.speakerName), " ", shorten(claim.text, 60)),
      () => actions.select(claim, "map", { sites, claims }),
      { "aria-current": claim === chosen ? "true" : null })));
      if (claims.length > LIST) items.push(el("li", { cls: "note" }, `+ ${claims.length - LIST}`));
      return el("div", { cls: "here" },
        el("h3", {}, sites.map((site) => site.place.label).slice(0, 4).join(", "), ": ",
          say("map.claims_here", { n: claims.length })),
        sites.length > 1 && D.button(say("map.zoom_in"), () => actions.fit(sites), { cls: "link" }),
        el("ul", {}, items));
    }

    function select(claim, here) {
      current = claim;
      host.classList.toggle("open", Boolean(claim));
      if (!claim) return host.replaceChildren(D.legend());
      const choose = (other) => actions.select(other, "card");
      const several = here && (here.claims.length > 1 || here.sites.length > 1);
      host.replaceChildren(head(claim), apart, several ? list(here, claim) : "", el("blockquote", {}, claim.text),
        el("p", { cls: "kind" }, say("kind." + claim.kind)),
        el("dl", {},
          row(say("card.who"), ...who(model, claim)),
          row(say("card.sure"), ...sure(model, claim)),
          cue(model, claim),
          row(say("card.said"), ...when(model, claim, claim.said, choose)),
          row(say("card.happened"), ...when(model, claim, claim.happened, choose)),
          row(say("card.where"), ...where(model, claim, choose)),
          relations(model, claim, choose),
          row(say("card.rule"), el("div", { cls: "rule" }, D.rule(claim.rule)))));
      if (view) show(view);
      host.scrollTop = 0;
      const spot = host.querySelector(".here"), now = host.querySelector(".here [aria-current]");
      if (now) spot.scrollTop = now.offsetTop - 60;
      return undefined;
    }

    return { draw: (next) => { model = next; view = null; select(null); }, show, select };
  };
})();
