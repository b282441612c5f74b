// The page's address, written ahead of Python where a change is no step that a reader goes back to.
(function () {
  "use strict";
  const D = window.Dateline;
  const SLIGHT = ["at", "extent", "words", "window", "play"]; // panning, typing, playing
  const NAMES = new Set(["claim", "axis", "q", "speaker", "place", "level", "kind", "from", "to", "box", "play",
    "lanes", "tab", "at"]);

  // As dateline/ui/address.py writes it; where the two differ, Python's word holds, as a new step.
  function parameters(selection, opening) {
    const [from, to] = selection.window || [];
    const several = (name, values) => values.slice().sort().map((value) => [name, value]);
    return [["claim", selection.claim], ["axis", selection.axis === opening ? "" : selection.axis],
      ["q", selection.words], ...several("speaker", selection.speakers), ...several("place", selection.places),
      ...several("level", selection.levels), ...several("kind", selection.kinds), ["from", from], ["to", to],
      ["box", selection.extent && selection.extent.map((n) => n.toFixed(4)).join()], ["play", selection.play],
      ["lanes", selection.lanes === "speaker" ? "" : selection.lanes],
      ["tab", selection.tab === "map" ? "" : selection.tab],
      ["at", selection.at && selection.at.map((n) => Number(n.toPrecision(6))).join()]].filter(([, value]) => value);
  }

  // Whether a reader would miss a step back between the two.
  D.slight = (before, after) => Object.keys(after).every((name) =>
    SLIGHT.includes(name) || JSON.stringify(before[name]) === JSON.stringify(after[name]));

  // Streamlit makes a step of history of every address that is not the page's already.
  D.replaceAddress = function (selection, opening) {
    try {
      const { location, history } = window.parent;
      const kept = [...new URLSearchParams(location.search)].filter(([name]) => !NAMES.has(name));
      const query = new URLSearchParams([...kept, ...parameters(selection, opening)]).toString();
      history.replaceState(history.state, "", location.pathname + (query && "?" + query));
    } catch (error) {
      if (error.name !== "SecurityError") throw error; // a page of another origin keeps its own history
    }
  };
})();
