// One selection over the claims; the rules are those of dateline/story.py, and a test compares them.
(function () {
  "use strict";
  const D = window.Dateline;
  const NO = 0, POSSIBLE = 1, SURE = 2;
  const KM_PER_DEGREE = 111.195;
  D.NARRATOR = "narrator";

  D.fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  D.EMPTY = Object.freeze({
    claim: null, axis: "happened", words: "", speakers: [], places: [], levels: [], kinds: [],
    window: null, extent: null,
    play: null, lanes: "speaker", tab: "map", at: null,
  });

  function within(range, [opens, closes]) {
    if (!range) return NO;
    const from = range.from === null ? -Infinity : range.from;
    const to = range.to === null ? Infinity : range.to;
    const start = opens === null ? -Infinity : opens;
    const end = closes === null ? Infinity : closes;
    if (to <= start || from >= end) return NO;
    return start <= from && to <= end ? SURE : POSSIBLE;
  }

  function inside(place, [south, west, north, east]) {
    const tall = (place.radius_km || 0) / KM_PER_DEGREE;
    const wide = tall / Math.max(0.01, Math.cos(place.at[0] * Math.PI / 180));
    const box = [place.at[0] - tall, place.at[1] - wide, place.at[0] + tall, place.at[1] + wide];
    if (box[0] > north || box[2] < south || box[1] > east || box[3] < west) return NO;
    return south <= box[0] && box[2] <= north && west <= box[1] && box[3] <= east ? SURE : POSSIBLE;
  }

  function fit(model, claim, selection, words, window) {
    const has = (list, value) => !list.length || list.includes(value);
    if (!has(selection.speakers, claim.speakerId) || !has(selection.levels, claim.level)
      || !has(selection.kinds, claim.kind)) return NO;
    if (selection.places.length && !claim.names.some((name) => selection.places.includes(name))) {
      return NO;
    }
    if (!words.every((word) => claim.folded.includes(word))) return NO;
    let result = SURE;
    if (window) result = Math.min(result, within(claim.ranges[selection.axis], window));
    if (result && selection.extent) {
      result = Math.min(result, claim.sites.reduce(
        (best, site) => Math.max(best, inside(site.place, selection.extent)), NO));
    }
    return result;
  }

  // How each claim answers, and counts that add up: on the map + off the map + filtered = all.
  D.select = function (model, selection) {
    const words = D.fold(selection.words).split(/\s+/).filter(Boolean);
    const limits = selection.window && selection.window.map((iso, n) =>
      iso ? Date.parse(iso + "T00:00:00Z") + n * D.DAY : null);
    const counts = { total: model.claims.length, on_map: 0, off_map: {}, filtered: 0, undated: 0,
      possible: 0 };
    const fits = new Uint8Array(model.claims.length);
    for (const claim of model.claims) {
      const answer = (fits[claim.n] = fit(model, claim, selection, words, limits));
      if (answer === NO) { counts.filtered++; continue; }
      if (answer === POSSIBLE) counts.possible++;
      if (!claim.ranges[selection.axis]) counts.undated++;
      if (claim.off_map) counts.off_map[claim.off_map] = (counts.off_map[claim.off_map] || 0) + 1;
      else counts.on_map++;
    }
    return { fits, counts, shown: (claim) => fits[claim.n] > NO };
  };
})();
