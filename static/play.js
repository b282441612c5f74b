// Playing through time: what had happened, or had been claimed by whom, up to or at each day.
(function () {
  "use strict";
  const D = window.Dateline;
  const { el, say } = D;
  const TICK_MS = 120, TICKS = 80, SPEEDS = [0.5, 1, 2, 4];

  D.play = function (host, actions) {
    let mode = "cumulative", speed = 1, timer = 0, at = null, domain = [0, 1], words = "";
    const button = D.iconButton("▶", "", toggle, { cls: "icon start" });
    const slider = el("input", { type: "range", min: 0, max: TICKS, step: "any", value: TICKS,
      oninput: () => { at = domain[0] + (slider.value / TICKS) * (domain[1] - domain[0]); tell(); } });
    const label = el("output", {});
    const modes = el("span", {}), speeds = el("select", { onchange: () => { speed = Number(speeds.value); } });
    const pace = el("label", {});
    host.replaceChildren(button, slider, label, modes, pace);

    const step = () => Math.max(D.DAY, (domain[1] - domain[0]) / TICKS);

    // Whole days; the moment is as wide as one tick of the play.
    function windowAt() {
      const last = Math.min(domain[1] - D.DAY, Math.max(domain[0], Math.floor(at / D.DAY) * D.DAY));
      const first = mode === "moment" ? Math.max(domain[0], last - Math.ceil(step() / D.DAY) * D.DAY + D.DAY) : null;
      return [first === null ? null : D.iso(first), D.iso(last)];
    }

    function tell() {
      actions.change({ window: windowAt(), play: mode }, { quietly: timer !== 0 });
    }

    function tick() {
      at += (step() * speed * TICK_MS) / 120;
      if (at >= domain[1]) {
        at = domain[1];
        stop();
      }
      tell();
    }

    function toggle() {
      if (timer) return stop(true);
      if (at === null || at >= domain[1]) at = domain[0];
      timer = setInterval(tick, TICK_MS);
      return sign();
    }

    function stop(and) {
      clearInterval(timer);
      timer = 0;
      sign();
      if (and) tell();
    }

    function sign() {
      button.firstChild.textContent = timer ? "❚❚" : "▶";
      const name = say(timer ? "play.pause" : "play.play");
      button.setAttribute("aria-label", name);
      button.title = name;
    }

    function draw() {
      stop();
      at = null;
      slider.setAttribute("aria-label", say("play.position"));
      modes.replaceChildren(D.segments(say("play.mode"), [["cumulative", say("play.cumulative")], ["moment", say("play.moment")]],
        mode, (name) => { mode = name; D.press(modes, name); if (at !== null) tell(); }));
      speeds.replaceChildren(...SPEEDS.map((n) => el("option", { value: n, selected: n === speed }, `${n}×`)));
      pace.replaceChildren(el("span", { cls: "word" }, say("play.speed"), " "), speeds);
    }

    function show(model, selection, nextDomain) {
      domain = nextDomain;
      host.hidden = domain[1] - domain[0] < 2 * D.DAY || !model.told[selection.axis];
      if (selection.play) {
        mode = selection.play;
        D.press(modes, mode);
        if (!timer && selection.window && selection.window[1]) at = Date.parse(selection.window[1] + "T00:00:00Z") + D.DAY - 1;
      } else if (!timer) at = null;
      slider.value = at === null ? TICKS : ((at - domain[0]) / (domain[1] - domain[0])) * TICKS;
      words = selection.play && selection.window ? D.windowLabel(model, selection.window) : "";
      label.textContent = words;
      slider.setAttribute("aria-valuetext", words);
    }

    return { draw, show, toggle, playing: () => timer !== 0 };
  };
})();
