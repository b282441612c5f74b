// The claims without a date on the axis: a chip for each, of which only those in sight have elements.
(function () {
  "use strict";
  const D = window.Dateline;
  const { el, svg, say } = D;
  const CHIP = 24, ROWS = 4; // pixels of a chip's side; rows that are drawn, from the first in sight

  D.undated = function (host, name, painted) {
    let claims = [], drawn = new Map();
    const label = el("span", { cls: "tl-label" });
    const plot = svg("svg", { class: "chips", role: "group" });
    const field = el("div", { cls: "grow" }, plot);
    host.replaceChildren(label, field);

    const columns = () => Math.max(1, Math.floor(field.clientWidth / CHIP));

    function paint() {
      const wide = columns(), rows = Math.ceil(claims.length / wide);
      const first = Math.max(0, Math.min(Math.floor(host.scrollTop / CHIP), rows - ROWS));
      drawn = new Map();
      plot.setAttribute("height", rows * CHIP);
      plot.replaceChildren(...claims.slice(first * wide, (first + ROWS) * wide).map((claim, n) => {
        const x = (n % wide) * CHIP, y = (first + Math.floor(n / wide)) * CHIP;
        const chip = svg("g", { class: "chip", "data-bar": claim.n }, svg("title", {}, name(claim)),
          svg("rect", { class: "target", x: x + 1, y: y + 1, width: CHIP - 2, height: CHIP - 2, rx: 4 }),
          D.sign(claim.level, x + CHIP / 2, y + CHIP / 2, 14));
        drawn.set(claim.n, chip);
        return chip;
      }));
      painted();
    }

    function show(next) {
      claims = next;
      host.hidden = !claims.length;
      label.textContent = say("counts.undated", { n: claims.length });
      plot.setAttribute("aria-label", label.textContent);
      paint();
    }

    // Scroll to a claim's chip, where it has one.
    function uncover(claim) {
      const at = claims.indexOf(claim);
      if (at < 0) return;
      const top = Math.floor(at / columns()) * CHIP;
      if (top >= host.scrollTop && top + CHIP <= host.scrollTop + host.clientHeight) return;
      host.scrollTop = Math.max(0, top - CHIP / 2);
      paint();
    }

    host.addEventListener("scroll", paint, { passive: true });
    return { show, paint, uncover, chip: (claim) => drawn.get(claim.n) };
  };
})();
