// Wheel, drag, pinch and keys over a time axis.
(function () {
  "use strict";
  const D = window.Dateline;
  const SLACK = 4; // pixels that a click may slip before it is a drag

  D.gestures = function (target, { scale, move }) {
    const pointers = new Map();
    let travelled = 0, apart = 0;
    const here = (event) => event.clientX - target.getBoundingClientRect().left;

    target.addEventListener("wheel", (event) => {
      if (!scale()) return;
      event.preventDefault();
      if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
        move(scale().pan(event.deltaX || event.deltaY));
      } else move(scale().zoom(Math.exp(-event.deltaY / 300), here(event)));
    }, { passive: false });

    target.addEventListener("pointerdown", (event) => {
      pointers.set(event.pointerId, here(event));
      if (pointers.size === 1) travelled = 0;
      apart = spread();
    });
    target.addEventListener("pointermove", (event) => {
      if (!pointers.has(event.pointerId) || !scale()) return;
      const x = here(event), step = x - pointers.get(event.pointerId);
      pointers.set(event.pointerId, x);
      travelled += Math.abs(step);
      if (travelled < SLACK) return;
      if (!target.hasPointerCapture(event.pointerId)) target.setPointerCapture(event.pointerId);
      if (pointers.size === 1) return move(scale().pan(-step));
      const now = spread();
      if (apart > 0 && now > 0) move(scale().zoom(now / apart, middle()));
      apart = now;
      return undefined;
    });
    const end = (event) => { pointers.delete(event.pointerId); apart = spread(); };
    for (const name of ["pointerup", "pointercancel", "pointerleave"]) target.addEventListener(name, end);

    target.addEventListener("keydown", (event) => {
      const keys = { "+": 1.5, "=": 1.5, "-": 1 / 1.5 };
      if (event.key in keys) move(scale().zoom(keys[event.key], scale().width / 2));
      else if (event.shiftKey && event.key === "ArrowLeft") move(scale().pan(-scale().width / 5));
      else if (event.shiftKey && event.key === "ArrowRight") move(scale().pan(scale().width / 5));
      else return;
      event.preventDefault();
      event.stopPropagation();
    });

    const values = () => [...pointers.values()];
    const spread = () => (pointers.size === 2 ? Math.abs(values()[0] - values()[1]) : 0);
    const middle = () => (values()[0] + values()[1]) / 2;
    return { moved: () => travelled >= SLACK };
  };
})();
