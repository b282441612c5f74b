// The timeline: a lane for each speaker, bars with solid cores, faded ends and arrows.
(function () {
  "use strict";
  const D = window.Dateline;
  const { el, svg, say } = D;
  const PAD = 8, MARGIN = 40;
  const ROOMY = { row: 20, thick: 10, sign: 14 }, TIGHT = { row: 14, thick: 8, sign: 11 }; // pixels
  const TALL = 0.22; // of the window: lanes that would be taller are set tight, for a mouse

  D.timeline = function (host, actions) {
    let model = null, view = null, axis = "happened", grouping = "speaker", scale = null;
    let size = ROOMY, layout = null, current = null, hovered = null, bars = new Map(), frame = 0;
    const marked = { on: [], over: [] };

    const axisBox = el("div", { cls: "tl-axis", "aria-hidden": "true" });
    const labels = el("div", { cls: "tl-labels" });
    const plot = svg("svg", { class: "tl-plot", tabindex: "0", role: "group" });
    const body = el("div", { cls: "tl-body scroll-y" }, labels, el("div", { cls: "tl-field" }, plot));
    const undatedBox = el("div", { cls: "tl-undated" });
    host.replaceChildren(defs(), axisBox, body, undatedBox);
    const undated = D.undated(undatedBox, (claim) => name(claim), () => mark());

    function defs() {
      const stop = (offset, opacity) => svg("stop", { offset, "stop-color": "#fff", "stop-opacity": opacity });
      return svg("svg", { width: 0, height: 0, class: "defs", "aria-hidden": "true" }, svg("defs", {},
        svg("linearGradient", { id: "fade-ends" }, stop("0", "0.06"), stop("0.35", "1"), stop("0.65", "1"), stop("1", "0.06")),
        svg("mask", { id: "fade", maskContentUnits: "objectBoundingBox" },
          svg("rect", { x: 0, y: 0, width: 1, height: 1, fill: "url(#fade-ends)" })),
        svg("pattern", { id: "hatch", width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
          svg("rect", { width: 5, height: 5, class: "hatch-ground" }), svg("rect", { width: 2, height: 5, class: "hatch-line" }))));
    }

    const width = () => plot.parentNode.clientWidth || 600;
    const ranges = () => model.claims.map((claim) => claim.ranges[axis]).filter(Boolean);

    function draw(next) {
      model = next;
      current = hovered = scale = null;
      plot.setAttribute("aria-label", say("timeline.label"));
    }

    function fit() {
      const [from, to] = D.domain(ranges(), model.published[0]);
      scale = D.scale(from, to, width());
      arrange();
    }

    function show(next, nextAxis, nextGrouping) {
      const turned = axis !== nextAxis;
      view = next;
      axis = nextAxis;
      grouping = nextGrouping;
      if (!scale || turned) fit(); else arrange();
    }

    // Pack again after a zoom or a filter, then paint what is in sight.
    function arrange() {
      if (!view || !scale) return;
      layout = D.lanes(model, view, axis, grouping, scale);
      const height = ({ row }) => layout.rows * row + layout.lanes.length * PAD;
      size = D.narrow() || height(ROOMY) < TALL * window.innerHeight ? ROOMY : TIGHT;
      plot.setAttribute("height", height(size));
      labels.style.height = `${plot.getAttribute("height")}px`;
      layout.lanes.forEach((lane, n) => { lane.y = lane.top * size.row + n * PAD; });
      body.classList.toggle("empty", !layout.lanes.length);
      body.dataset.empty = say(model.claims.length ? "timeline.empty" : "timeline.no_claims");
      ticks();
      undated.show(layout.undated);
      paint();
    }

    function ticks() {
      const marks = scale.ticks(model.locale);
      const published = model.published.length === 1 ? model.published[0] : null;
      const today = published === null ? -1e6 : scale.x(published + D.DAY / 2);
      const whole = ({ at, label }) => scale.x(at) > 3.2 * label.length; // half of its width, in pixels
      axisBox.replaceChildren(...marks.filter((one) => whole(one) && Math.abs(scale.x(one.at) - today) > 64)
        .map(({ at, label }) => el("span", { style: `left:${scale.x(at).toFixed(1)}px` }, label)));
      if (today > 0 && today < scale.width) {
        const label = el("span", { cls: "today" }, say("timeline.today"));
        axisBox.append(label);
        const half = label.offsetWidth / 2;
        label.style.left = `${Math.max(half, Math.min(today, scale.width - half))}px`;
      }
      layout.grid = marks.map(({ at }) => scale.x(at));
      layout.today = published === null ? null : today;
    }

    const name = (claim) => `${claim.speakerName}: ${D.shorten(claim.text, 60)}`;

    // Only the rows in sight have elements, so ten thousand claims scroll like ten.
    function paint() {
      const height = +plot.getAttribute("height");
      const top = body.scrollTop - MARGIN, bottom = body.scrollTop + body.clientHeight + MARGIN;
      bars = new Map();
      const named = [];
      const parts = layout.grid.map((x) => svg("line", { x1: x, x2: x, y1: 0, y2: height, class: "grid" }));
      if (layout.today !== null) {
        parts.push(svg("line", { x1: layout.today, x2: layout.today, y1: 0, y2: height, class: "today" }));
      }
      for (const lane of layout.lanes) {
        parts.push(svg("line", { x1: 0, x2: scale.width, y1: lane.y, y2: lane.y, class: "lane" }));
        if (lane.y > bottom || lane.y + lane.rows * size.row + PAD < top) continue;
        named.push(el("div", { cls: lane.rows > 1 ? "tl-label" : "tl-label one", title: lane.label,
          style: `top:${labelTop(lane)}px` }, el("span", {}, lane.label)));
        for (const one of lane.bars) {
          const y = lane.y + PAD / 2 + one.row * size.row;
          if (y < top || y > bottom || one.right < 0 || one.left > scale.width) continue;
          parts.push(shape(one, y));
        }
      }
      plot.replaceChildren(...parts);
      labels.replaceChildren(...named);
      mark();
    }

    // A lane's name stays in sight as long as its lane does.
    const labelTop = (lane) => Math.max(lane.y, Math.min(body.scrollTop, lane.y + (lane.rows - 1) * size.row));

    function shape(one, y) {
      const { claim } = one;
      const left = Math.max(one.left, one.opensLeft ? 8 : -50);
      const right = Math.min(one.right, scale.width + (one.opensRight ? -8 : 50));
      const middle = y + size.row / 2, time = claim[axis];
      const group = svg("g", { class: `bar level-${claim.level}${view.fits[claim.n] === 1 ? " maybe" : ""}`,
        "data-bar": claim.n }, svg("title", {}, name(claim)),
        svg("rect", { class: "target", x: left - 2, y, width: Math.max(1, right - left + 4), height: size.row }));
      if (right - left > 18) {
        group.append(svg("rect", { class: "core", x: left, y: middle - size.thick / 2, width: right - left,
          height: size.thick, rx: 3, mask: time && time.vague && !one.opensLeft && !one.opensRight ? "url(#fade)" : null }));
      }
      if (one.opensLeft) group.append(arrow(left, middle, -1));
      if (one.opensRight) group.append(arrow(right, middle, 1));
      const from = Math.max(left, 0), to = Math.min(right, scale.width);
      const ahead = right - left > 18 && !one.opensLeft;
      group.append(D.sign(claim.level, ahead ? Math.max(left, 7) : (from + to) / 2, middle, size.sign));
      bars.set(claim.n, group);
      return group;
    }

    const arrow = (x, y, way) => svg("path", { class: "arrow", d: `M${x} ${y - 7}L${x + way * 8} ${y}L${x} ${y + 7}Z` });

    function mark() {
      const set = (claim, cls) => {
        marked[cls].forEach((node) => node.classList.remove(cls));
        marked[cls] = claim ? [bars.get(claim.n), undated.chip(claim)].filter(Boolean) : [];
        marked[cls].forEach((node) => node.classList.add(cls));
      };
      set(hovered, "over");
      set(current, "on");
    }

    function select(claim, { reveal }) {
      current = claim;
      if (claim && reveal && layout) uncover(claim);
      mark();
    }

    function uncover(claim) {
      const range = claim.ranges[axis];
      if (!range) return undated.uncover(claim);
      const left = range.from === null ? range.to : range.from, right = range.to === null ? left : range.to;
      if (scale.x(right) < 0 || scale.x(left) > scale.width) {
        scale = scale.pan(scale.x((left + right) / 2) - scale.width / 2);
        arrange();
      }
      const lane = layout.lanes.find((one) => one.bars.some((b) => b.claim === claim));
      if (!lane) return undefined;
      const y = lane.y + lane.bars.find((b) => b.claim === claim).row * size.row;
      if (y < body.scrollTop || y + size.row > body.scrollTop + body.clientHeight) {
        body.scrollTop = Math.max(0, y - body.clientHeight / 2);
      }
      return undefined;
    }

    function hover(claim) {
      hovered = claim;
      mark();
    }

    function move(next) {
      scale = next;
      arrange();
    }

    const claimAt = (event) => {
      const node = event.target.closest("[data-bar]");
      return node && model.claims[node.dataset.bar];
    };
    host.addEventListener("click", (event) => {
      const claim = claimAt(event);
      if (claim && !gesture.moved()) actions.select(claim, "timeline");
    });
    host.addEventListener("mouseover", (event) => actions.hover(claimAt(event)));
    host.addEventListener("mouseleave", () => actions.hover(null));
    body.addEventListener("scroll", () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => layout && paint());
    }, { passive: true });
    const gesture = D.gestures(plot, { scale: () => scale, move });
    new ResizeObserver(() => { if (scale) move(scale.resize(width())); }).observe(body);

    return { draw, show, select, hover, fit,
      zoom: (factor) => move(scale.zoom(factor, scale.width / 2)),
      pan: (part) => move(scale.pan(part * scale.width)) };
  };
})();
