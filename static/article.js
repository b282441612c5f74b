// The article with its marks. Marks nest; where two cross, the later one is split.
(function () {
  "use strict";
  const D = window.Dateline;
  const { el } = D;
  const RANK = { claim: 0, speaker: 1, cue: 2, place: 3, time: 4, hedge: 5 };

  function collect(model, n) {
    const marks = [];
    const add = (type, span, values) => span && span[0] < span[1] &&
      marks.push(Object.assign({ type, start: span[0], end: span[1] }, values));
    const spoken = new Set();
    for (const claim of model.claims) {
      if (claim.article !== n) continue;
      claim.spans.forEach((span, piece) => add("claim", span, { claim: claim.n, piece }));
      if (claim.cue) add("cue", claim.cue, { claim: claim.n });
      claim.hedges.forEach((span) => add("hedge", span, { claim: claim.n }));
      if (claim.mention) {
        add("speaker", claim.mention, { claim: claim.n });
        spoken.add(claim.mention.join());
      }
    }
    if (n === 0) {
      model.speakers.forEach((speaker) => (speaker.mentions || []).forEach((span) =>
        spoken.has(span.join()) || add("speaker", span, {})));
    }
    model.times.forEach((time) => (time.article || 0) === n &&
      add("time", [time.start, time.end], { title: time.told }));
    model.places.forEach((place) => place.article === n &&
      add("place", [place.start, place.end], { place: place.n, demonym: place.kind === "demonym" }));
    return marks;
  }

  const order = (a, b) => a.start - b.start || b.end - a.end || RANK[a.type] - RANK[b.type];

  // A tree of marks that all lie inside [start, end); a crossing mark goes on as a second piece.
  D.nest = function (marks, start, end) {
    const root = { start, end, children: [] };
    const queue = marks.slice().sort(order);
    const stack = [root];
    for (let i = 0; i < queue.length; i++) {
      const mark = Object.assign({ children: [] }, queue[i]);
      while (stack.length > 1 && stack[stack.length - 1].end <= mark.start) stack.pop();
      const top = stack[stack.length - 1];
      if (mark.end > top.end) {
        const rest = Object.assign({}, queue[i], { start: top.end, again: true });
        let at = i + 1;
        while (at < queue.length && order(queue[at], rest) < 0) at++;
        queue.splice(at, 0, rest);
        mark.end = top.end;
      }
      top.children.push(mark);
      stack.push(mark);
    }
    return root;
  };

  function paragraphs(text) {
    const found = [];
    const length = [...text].length === text.length ? null : Array.from(text);
    const characters = length || text;
    let start = 0;
    for (let i = 0; i <= characters.length; i++) {
      if (i === characters.length || characters[i] === "\n") {
        if (i > start) found.push({ start, end: i, marks: [] });
        start = i + 1;
      }
    }
    return found;
  }

  function share(parts, marks) {
    for (const mark of marks) {
      let low = 0, high = parts.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (parts[middle].end <= mark.start) low = middle + 1; else high = middle;
      }
      for (; low < parts.length && parts[low].start < mark.end; low++) {
        parts[low].marks.push(Object.assign({}, mark, {
          start: Math.max(mark.start, parts[low].start), end: Math.min(mark.end, parts[low].end),
          again: mark.start < parts[low].start,
        }));
      }
    }
  }

  D.article = function (host, actions) {
    let pieces = [], anchors = [], model = null, current = null, hovered = null;

    function draw(next) {
      model = next;
      pieces = model.claims.map(() => []);
      anchors = [];
      current = hovered = null;
      host.replaceChildren(...model.articles.map((article, n) => one(article, n)));
      roving(null);
    }

    function one(article, n) {
      const parts = paragraphs(article.text);
      share(parts, collect(model, n));
      const head = model.articles.length > 1 && article.title ? [el("h2", {}, article.title)] : [];
      return el("section", { lang: article.language || null, cls: model.articles.length > 3 ? "text many" : "text" }, head,
        parts.map((part) => {
          const plain = model.cut(n, part.start, part.end);
          const p = el("p", { cls: isHeading(plain) ? "sub" : null });
          render(p, D.nest(part.marks, part.start, part.end), n);
          return p;
        }));
    }

    // A short line without a stop is set as a heading; it stays a paragraph of the article.
    const isHeading = (text) => text.length < 70 && !/[.!?…:;,"”»’)]\s*$/.test(text);

    function render(into, node, n) {
      let at = node.start;
      for (const mark of node.children) {
        if (mark.start > at) into.append(model.cut(n, at, mark.start));
        into.append(element(mark, n));
        at = mark.end;
      }
      if (node.end > at) into.append(model.cut(n, at, node.end));
    }

    function element(mark, n) {
      const span = el("span", { cls: "m " + mark.type, title: mark.title });
      if (mark.claim !== undefined) span.dataset.claim = mark.claim;
      if (mark.place !== undefined) span.dataset.place = mark.place;
      if (mark.demonym) span.classList.add("demonym");
      if (mark.type === "claim") {
        pieces[mark.claim].push(span);
        span.classList.add("level-" + model.claims[mark.claim].level);
        if (mark.piece === 0 && !mark.again) {
          span.classList.add("first");
          span.append(anchor(model.claims[mark.claim]));
        }
      }
      render(span, mark, n);
      return span;
    }

    // The keyboard's and the screen reader's way in: the sign of certainty before each claim.
    function anchor(claim) {
      const button = el("button", {
        type: "button", cls: "anchor", tabindex: "-1", "aria-pressed": "false",
        "aria-label": `${D.say("card.position", { n: claim.n + 1, total: model.claims.length })}: `
          + `${claim.speakerName}, ${D.say("level." + claim.level)}`,
        dataset: { anchor: claim.n },
      }, D.glyph(claim.level, 12));
      anchors[claim.n] = button;
      return button;
    }

    function roving(n) {
      const first = anchors.find(Boolean);
      anchors.forEach((button) => button && (button.tabIndex = -1));
      const here = (n !== null && anchors[n]) || first;
      if (here) here.tabIndex = 0;
    }

    function select(claim, { reveal, focus }) {
      if (current !== null) {
        pieces[current].forEach((span) => span.classList.remove("on"));
        if (anchors[current]) anchors[current].setAttribute("aria-pressed", "false");
      }
      current = claim ? claim.n : null;
      roving(current);
      if (!claim) return;
      pieces[current].forEach((span) => span.classList.add("on"));
      if (anchors[current]) {
        anchors[current].setAttribute("aria-pressed", "true");
        if (focus) anchors[current].focus({ preventScroll: true });
      }
      if (reveal && pieces[current][0]) scrollTo(pieces[current][0]);
    }

    function scrollTo(span, tries = 2) {
      const box = span.getBoundingClientRect(), { pane, top, bottom } = actions.sight();
      if (box.top >= top + 8 && box.bottom <= bottom - 8) return;
      const way = box.top - top - Math.min(120, (bottom - top) / 3);
      const far = Math.abs(way) > 4 * (bottom - top);
      pane.scrollBy({ top: way, behavior: far || D.calm() ? "instant" : "smooth" });
      // Heights of what had not been laid out yet were estimates; once it is, look again.
      if (far && tries) requestAnimationFrame(() => scrollTo(span, tries - 1));
    }

    function hover(claim) {
      if (hovered !== null) pieces[hovered].forEach((span) => span.classList.remove("over"));
      hovered = claim ? claim.n : null;
      if (claim) pieces[hovered].forEach((span) => span.classList.add("over"));
    }

    function show(view) {
      model.claims.forEach((claim) => {
        const out = !view.shown(claim), maybe = view.fits[claim.n] === 1;
        pieces[claim.n].forEach((span) => {
          span.classList.toggle("out", out);
          span.classList.toggle("maybe", maybe);
        });
        if (anchors[claim.n]) anchors[claim.n].classList.toggle("out", out);
      });
    }

    // Bring a place of the text into view, also one that no claim is about.
    function point(place) {
      const span = host.querySelector(`[data-place="${place}"]`);
      if (!span) return;
      scrollTo(span);
      span.classList.remove("flash");
      void span.offsetWidth;
      span.classList.add("flash");
    }

    const claimAt = (target) => {
      const node = target.closest("[data-claim]");
      return node && model.claims[node.dataset.claim];
    };
    host.addEventListener("click", (event) => {
      const own = event.target.closest("[data-anchor]");
      if (own) return actions.select(model.claims[own.dataset.anchor], "article");
      if (!window.getSelection().isCollapsed) return undefined;
      const claim = claimAt(event.target);
      const place = event.target.closest("[data-place]");
      if (claim) return actions.select(claim, "article");
      return place && actions.point(model.places[place.dataset.place]);
    });
    host.addEventListener("mouseover", (event) => actions.hover(claimAt(event.target)));
    host.addEventListener("mouseleave", () => actions.hover(null));

    return { draw, select, hover, show, point };
  };
})();
