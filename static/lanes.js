// Lanes and the rows inside them: bars are packed so that none covers another.
(function () {
  "use strict";
  const D = window.Dateline;
  const { say } = D;
  const LEAST = 14; // pixels that a bar takes at least: its sign of certainty
  const AIR = 3;

  const GROUPS = {
    speaker: (claim) => [[claim.speakerId, claim.speakerName]],
    place: (claim) => [claim.sites.length
      ? [claim.sites[0].key, claim.sites[0].place.label] : ["", say("card.no_place")]],
    level: (claim) => [[claim.level, say("level." + claim.level)]],
  };

  function bar(claim, range, scale) {
    const left = range.from === null ? -1e6 : scale.x(range.from);
    const right = range.to === null ? 1e6 : scale.x(range.to);
    const room = Math.max(0, LEAST - (right - left)) / 2;
    return { claim, left: left - room, right: right + room,
      opensLeft: range.from === null, opensRight: range.to === null };
  }

  // First-fit over the rows' ends; a heap is not worth it, for rows that are full go to the back.
  function pack(bars) {
    bars.sort((a, b) => a.left - b.left || b.right - a.right || a.claim.n - b.claim.n);
    const ends = [];
    for (const one of bars) {
      let row = ends.findIndex((end) => end + AIR <= one.left);
      if (row < 0) row = ends.push(0) - 1;
      ends[row] = one.right;
      one.row = row;
    }
    return Math.max(1, ends.length);
  }

  // The lanes of the shown claims, in the order in which their speakers first speak.
  D.lanes = function (model, view, axis, grouping, scale) {
    const lanes = new Map(), undated = [];
    for (const claim of model.claims) {
      if (!view.shown(claim)) continue;
      const range = claim.ranges[axis];
      if (!range) { undated.push(claim); continue; }
      for (const [key, label] of GROUPS[grouping](claim)) {
        if (!lanes.has(key)) lanes.set(key, { key, label, bars: [] });
        lanes.get(key).bars.push(bar(claim, range, scale));
      }
    }
    let top = 0;
    const order = grouping === "level" ? [...lanes.values()].sort((a, b) =>
      D.LEVELS.indexOf(a.key) - D.LEVELS.indexOf(b.key)) : [...lanes.values()];
    for (const lane of order) {
      lane.top = top;
      lane.rows = pack(lane.bars);
      top += lane.rows;
    }
    return { lanes: order, rows: top, undated };
  };
})();
