// Loads the shell's scripts side by side. The frame would load them one after the other, and wait.
(function () {
  "use strict";
  const D = (window.Dateline = window.Dateline || {});

  // In the order given, because a script without `async` runs after those before it.
  const load = (address) => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.async = false;
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${address} could not be loaded`));
    document.body.append(script);
  });

  // Stands in for the start in shell.js, which takes its place; what is received waits for it.
  D.start = function (map, options) {
    const started = Promise.all(options.scripts.map(load))
      .then(() => (window.dateline = D.start(map, options)));
    return { receive: (message) => started.then((shell) => shell.receive(message)) };
  };
})();
