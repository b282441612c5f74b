// Elements and words. Text of an article reaches the page through textContent alone.
(function () {
  "use strict";
  const D = (window.Dateline = window.Dateline || {});
  const SVG = "http://www.w3.org/2000/svg";

  function fill(node, props, children) {
    for (const [name, value] of Object.entries(props || {})) {
      if (value === undefined || value === null || value === false) continue;
      if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
      else if (name === "dataset") Object.assign(node.dataset, value);
      else node.setAttribute(name === "cls" ? "class" : name, value === true ? "" : value);
    }
    for (const child of children.flat()) {
      if (child !== undefined && child !== null && child !== false && child !== "") node.append(child);
    }
    return node;
  }

  D.el = (tag, props, ...children) => fill(document.createElement(tag), props, children);
  D.svg = (tag, props, ...children) => fill(document.createElementNS(SVG, tag), props, children);

  D.texts = {};

  // The interface's words for a key, with {names} filled in.
  D.say = function (key, values) {
    const text = D.texts[key] === undefined ? key : D.texts[key];
    return text.replace(/\{(\w+)\}/g, (whole, name) =>
      values && name in values ? String(values[name]) : whole);
  };

  D.count = (key, n) => D.say(n === 1 && D.texts[key + "_one"] ? key + "_one" : key, { n });

  // A button with a visible label, or with a name for those who cannot see its sign.
  D.button = (label, onclick, props) =>
    D.el("button", Object.assign({ type: "button", onclick }, props), label);

  D.iconButton = (sign, name, onclick, props) =>
    D.button(D.el("span", { "aria-hidden": "true" }, sign), onclick,
      Object.assign({ "aria-label": name, title: name, cls: "icon" }, props));

  D.calm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  D.narrow = () => window.matchMedia("(max-width: 799px)").matches;
})();
