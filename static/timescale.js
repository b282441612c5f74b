// A time axis from hours to centuries: where an instant lies, and which ticks can be read.
(function () {
  "use strict";
  const D = window.Dateline;
  const HOUR = 36e5, DAY = D.DAY, YEAR = 365.2425 * DAY;
  const ROOM = 84; // pixels that a tick's label needs
  const NEAREST = 6 * HOUR, FARTHEST = 2000 * YEAR;

  const STEPS = [
    [HOUR, "hour", 1], [3 * HOUR, "hour", 3], [6 * HOUR, "hour", 6], [12 * HOUR, "hour", 12],
    [DAY, "day", 1], [2 * DAY, "day", 2], [7 * DAY, "day", 7],
    [YEAR / 12, "month", 1], [YEAR / 4, "month", 3], [YEAR / 2, "month", 6],
    ...[1, 2, 5, 10, 20, 50, 100, 200, 500].map((n) => [n * YEAR, "year", n]),
  ];

  const FORMATS = {
    hour: { hour: "2-digit", minute: "2-digit", day: "numeric", month: "short" },
    day: { day: "numeric", month: "short" },
    month: { month: "short", year: "numeric" },
    year: { year: "numeric" },
  };

  function first(from, unit, n) {
    const date = new Date(from);
    if (unit === "hour") return Math.ceil(from / (n * HOUR)) * n * HOUR;
    if (unit === "day") return Math.ceil(from / (n * DAY)) * n * DAY;
    if (unit === "month") {
      return Date.UTC(date.getUTCFullYear(), Math.ceil((date.getUTCMonth() + 0.01) / n) * n, 1);
    }
    return Date.UTC(Math.ceil((date.getUTCFullYear() + 0.01) / n) * n, 0, 1);
  }

  function next(at, unit, n) {
    const date = new Date(at);
    if (unit === "hour") return at + n * HOUR;
    if (unit === "day") return at + n * DAY;
    if (unit === "month") return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + n, 1);
    return Date.UTC(date.getUTCFullYear() + n, 0, 1);
  }

  // A window [from, to) of milliseconds over `width` pixels.
  D.scale = function (from, to, width) {
    const perPixel = (to - from) / Math.max(1, width);
    return {
      from, to, width,
      x: (at) => (at - from) / perPixel,
      at: (x) => from + x * perPixel,
      ticks(language) {
        const [, unit, n] = STEPS.find(([size]) => size / perPixel >= ROOM) || STEPS[STEPS.length - 1];
        const format = new Intl.DateTimeFormat(language,
          Object.assign({ timeZone: "UTC" }, FORMATS[unit]));
        const found = [];
        for (let at = first(from, unit, n); at < to && found.length < 200; at = next(at, unit, n)) {
          found.push({ at, label: format.format(at) });
        }
        return found;
      },
      zoom(factor, x) {
        const hold = from + x * perPixel;
        const span = Math.min(FARTHEST, Math.max(NEAREST, (to - from) / factor));
        const start = hold - (x / Math.max(1, width)) * span;
        return D.scale(start, start + span, width);
      },
      pan: (pixels) => D.scale(from + pixels * perPixel, to + pixels * perPixel, width),
      resize: (pixels) => D.scale(from, to, pixels),
    };
  };

  // The window that shows all of the ranges, with some air, and never less than three days.
  D.domain = function (ranges, published) {
    let from = Infinity, to = -Infinity;
    for (const range of ranges) {
      if (range.from !== null) { from = Math.min(from, range.from); to = Math.max(to, range.from + DAY); }
      if (range.to !== null) { to = Math.max(to, range.to); from = Math.min(from, range.to - DAY); }
    }
    if (from > to) {
      const middle = published || Date.now();
      from = middle - 3 * DAY;
      to = middle + 4 * DAY;
    }
    const air = Math.max((to - from) * 0.06, (3 * DAY - (to - from)) / 2, DAY / 4);
    return [from - air, to + air];
  };
})();
