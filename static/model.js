// The pushed state as an indexed model: text cut by code points, days as milliseconds, places as sites.
(function () {
  "use strict";
  const D = window.Dateline;
  const DAY = 864e5;
  D.DAY = DAY;

  // Base64 of deflated JSON; the only way in for a story.
  D.decode = async function (data) {
    const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return JSON.parse(await new Response(stream).text());
  };

  // From offsets in code points to offsets in UTF-16, which JavaScript's strings use.
  D.units = function (text) {
    if (!/[\ud800-\udfff]/.test(text)) return (offset) => offset;
    const starts = new Uint32Array(text.length + 1);
    let points = 0;
    let unit = 0;
    for (const character of text) {
      starts[points++] = unit;
      unit += character.length;
    }
    starts[points] = unit;
    return (offset) => starts[Math.min(offset, points)];
  };

  const utc = (iso) => (iso ? Date.parse(iso + "T00:00:00Z") : null);

  // Half-open milliseconds; null where an end is open.
  D.range = function (when) {
    if (!when || (!when.earliest && !when.latest)) return null;
    const last = utc(when.latest);
    return { from: utc(when.earliest), to: last === null ? null : last + DAY };
  };

  D.index = function (state) {
    const model = Object.assign({}, state);
    model.cutters = state.articles.map((article) => D.units(article.text));
    model.cut = (article, start, end) =>
      state.articles[article].text.slice(model.cutters[article](start), model.cutters[article](end));
    model.claims = state.claims.map((claim, n) => prepare(model, claim, n));
    model.byId = new Map(model.claims.map((claim) => [claim.id, claim]));
    model.claims.forEach((claim) => claim.relations.forEach(([type, other, strength]) =>
      model.claims[other].incoming.push([type, claim.n, strength])));
    model.sites = sites(model);
    const told = (axis) => model.claims.filter((claim) => claim.ranges[axis]).length;
    model.told = { happened: told("happened"), said: told("said") };
    model.published = state.articles.map((article) => utc(article.published));
    return model;
  };

  function prepare(model, raw, n) {
    const claim = Object.assign({ n, places: [], relations: [], hedges: [], chain: [], incoming: [] }, raw);
    claim.article = raw.article || 0;
    claim.text = claim.spans.map(([s, e]) => model.cut(claim.article, s, e)).join(" ");
    claim.who = raw.speaker === undefined ? null : model.speakers[raw.speaker];
    claim.speakerId = claim.who ? claim.who.id : D.NARRATOR;
    claim.speakerName = claim.who ? claim.who.name : D.say("story.narrator");
    claim.names = claim.places.map(([place]) => model.places[place].name);
    claim.folded = D.fold(
      [claim.text, claim.who ? claim.who.name : "", ...claim.names].join(" "));
    claim.ranges = { said: D.range(raw.said), happened: D.range(raw.happened) };
    return claim;
  }

  // Places with the same name, position and shape are one site; it knows all of its claims.
  function sites(model) {
    const found = new Map();
    model.places.forEach((place, n) => {
      place.n = n;
      place.article = place.article || 0;
      if (!place.at || place.kind === "demonym") return;
      const key = [place.relation ? place.label : place.name, place.kind, place.at, place.relation, place.of].join("|");
      if (!found.has(key)) found.set(key, { key, place, claims: [], located: new Set(), places: [] });
      const site = found.get(key);
      site.places.push(n);
      place.site = site;
    });
    for (const claim of model.claims) {
      claim.sites = [];
      for (const [number, role] of claim.places) {
        const site = model.places[number].site;
        if (!site) continue;
        if (!claim.sites.includes(site)) {
          claim.sites.push(site);
          site.claims.push(claim);
        }
        if (role === "location") site.located.add(claim.n);
      }
    }
    return [...found.values()];
  }
})();
