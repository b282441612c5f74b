// The density strip: how many claims each stretch of time holds, and a window to choose from it.
(function () {
  "use strict";
  const D = window.Dateline;
  const { el, svg, say } = D;
  const BINS = 120, HEIGHT = 30, LEAST = 3; // pixels that a drag must cover to be a window

  D.iso = (at) => new Date(at).toISOString().slice(0, 10);

  D.brush = function (host, actions) {
    let model = null, view = null, axis = null, domain = [0, 1], chosen = null, drag = null;
    const bars = svg("svg", { class: "density", viewBox: `0 0 ${BINS} ${HEIGHT}`, preserveAspectRatio: "none",
      "aria-hidden": "true" });
    const band = el("div", { cls: "band" });
    const start = handle("start", 0), end = handle("end", 1);
    const field = el("div", { cls: "field" }, bars, band, start, end);
    host.replaceChildren(field);

    function handle(cls, n) {
      return el("div", { cls: "handle " + cls, role: "slider", tabindex: "0",
        onkeydown: (event) => nudge(event, n) });
    }

    const part = (at) => Math.min(1, Math.max(0, (at - domain[0]) / (domain[1] - domain[0])));
    const day = (at) => Math.round(at / D.DAY) * D.DAY;

    // The chosen window as half-open milliseconds; the whole of time where none is chosen.
    function ends() {
      const utc = (iso) => Date.parse(iso + "T00:00:00Z");
      return [chosen && chosen[0] ? utc(chosen[0]) : domain[0], chosen && chosen[1] ? utc(chosen[1]) + D.DAY : domain[1]];
    }

    function choose(from, to) {
      const first = day(Math.min(from, to)), last = Math.max(first + D.DAY, day(Math.max(from, to)));
      const whole = first <= domain[0] + D.DAY / 2 && last >= domain[1] - D.DAY / 2;
      actions.change({ window: whole ? null : [D.iso(first), D.iso(last - D.DAY)], play: null });
    }

    function nudge(event, n) {
      const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageUp: 7, PageDown: -7 }[event.key];
      if (!step) return;
      const now = ends();
      now[n] = Math.min(domain[1], Math.max(domain[0], day(now[n]) + step * D.DAY));
      if (now[0] < now[1]) choose(now[0], now[1]);
      event.preventDefault();
      event.stopPropagation();
    }

    const at = (event) => {
      const box = field.getBoundingClientRect();
      const share = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
      return domain[0] + share * (domain[1] - domain[0]);
    };
    field.addEventListener("pointerdown", (event) => {
      const now = ends(), where = at(event);
      const held = event.target === start ? "start" : event.target === end ? "end"
        : chosen && event.target === band ? "band" : "new";
      drag = { held, from: where, x: event.clientX, now };
      field.setPointerCapture(event.pointerId);
      event.preventDefault();
    });
    field.addEventListener("pointermove", (event) => {
      if (!drag || Math.abs(event.clientX - drag.x) < LEAST) return;
      const here = at(event), [from, to] = drag.now;
      if (drag.held === "start") choose(here, to);
      else if (drag.held === "end") choose(from, here);
      else if (drag.held === "band") choose(from + here - drag.from, to + here - drag.from);
      else choose(drag.from, here);
      drag.moved = true;
    });
    field.addEventListener("pointerup", () => {
      if (drag && !drag.moved && drag.held === "new" && chosen) actions.change({ window: null, play: null });
      drag = null;
    });

    function density() {
      const all = new Float32Array(BINS), shown = new Float32Array(BINS);
      for (const claim of model.claims) {
        const range = claim.ranges[axis];
        if (!range) continue;
        const from = range.from === null ? range.to - D.DAY : range.from;
        const to = range.to === null ? range.from + D.DAY : range.to;
        const first = Math.floor(part(from) * (BINS - 1)), last = Math.max(first, Math.ceil(part(to) * (BINS - 1)) - 1);
        for (let n = first; n <= last; n++) {
          all[n] += 1 / (last - first + 1);
          if (view.shown(claim)) shown[n] += 1 / (last - first + 1);
        }
      }
      const top = Math.max(...all, 1e-9);
      const path = (bins) => [...bins].map((n, at) => (n
        ? `M${at} ${HEIGHT}V${(HEIGHT - Math.max(1.5, (HEIGHT - 3) * Math.sqrt(n / top))).toFixed(1)}h.8V${HEIGHT}z` : "")).join("");
      bars.replaceChildren(svg("path", { class: "all", d: path(all) }), svg("path", { class: "shown", d: path(shown) }));
    }

    function place() {
      const [from, to] = ends();
      const [left, right] = [100 * part(from), 100 * part(to)];
      band.style.cssText = `left:${left}%;width:${right - left}%`;
      band.classList.toggle("whole", !chosen);
      start.style.left = `${left}%`;
      end.style.left = `${right}%`;
      for (const [node, value, key] of [[start, from, "filter.from"], [end, to - D.DAY, "filter.to"]]) {
        node.setAttribute("aria-label", say(key));
        node.setAttribute("aria-valuemin", String(Math.round(domain[0] / D.DAY)));
        node.setAttribute("aria-valuemax", String(Math.round(domain[1] / D.DAY)));
        node.setAttribute("aria-valuenow", String(Math.round(value / D.DAY)));
        node.setAttribute("aria-valuetext", D.iso(value));
      }
    }

    function show(next, nextAxis, window) {
      view = next;
      if (axis !== nextAxis) {
        axis = nextAxis;
        const ranges = model.claims.map((claim) => claim.ranges[axis]).filter(Boolean);
        domain = D.domain(ranges, model.published[0]).map((edge, n) => (n ? Math.ceil : Math.floor)(edge / D.DAY) * D.DAY);
        host.hidden = ranges.length < 2;
      }
      chosen = window;
      density();
      place();
    }

    return { draw: (next) => { model = next; axis = null; }, show, domain: () => domain };
  };
})();
