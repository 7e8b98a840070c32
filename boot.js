// Starts the page. External and small, so that the content security policy needs neither hash nor nonce.
const { js, wasm, worker, gazetteer, map } = document.querySelector("script[data-js]").dataset;
const address = (name) => new URL(name, document.baseURI).href;

// The only addresses that code may be loaded from.
const service = address("sw.js");
const allowed = new Set([address(worker), service]);
const rules = {
  createScriptURL(url) {
    if (allowed.has(url)) return url;
    throw new TypeError("Factbox loads no code from " + url);
  },
};
const policy = globalThis.trustedTypes?.createPolicy("app-urls", rules) ?? rules;

// What the page's Rust side asks for.
globalThis.factbox = Object.freeze({
  startWorker: () => new Worker(policy.createScriptURL(address(worker)), { type: "module" }),
  gazetteer: gazetteer ? address(gazetteer) : undefined,
  map: map ? address(map) : undefined,
  // A newer build is kept and waits; the page asks the reader, then calls the function that it was given.
  onUpdate(tell) {
    updates.tell = tell;
    if (updates.ready) tell();
  },
  update() {
    updates.wanted = true;
    if (updates.waiting) updates.waiting.postMessage("activate");
    else location.reload();
  },
});

// Offline is an extra: where the browser has no service workers or forbids them (private windows), the page works without.
const updates = { waiting: null, ready: false, wanted: false, tell: null };
const ready = () => {
  updates.ready = true;
  updates.tell?.();
};
const watch = (registration) => {
  const found = (worker) => {
    // The first build is no update.
    if (!navigator.serviceWorker.controller || !worker) return;
    updates.waiting = worker;
    ready();
  };
  let controlled = Boolean(navigator.serviceWorker.controller);
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (updates.wanted) location.reload();
    // Another tab took the new build: this one is the old one now.
    else if (controlled) (updates.waiting = null), ready();
    controlled = true;
  });
  found(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const { installing } = registration;
    installing?.addEventListener("statechange", () => installing.state === "installed" && found(installing));
  });
};
const register = () =>
  navigator.serviceWorker?.register(policy.createScriptURL(service), { scope: "./" }).then((kept) => kept && watch(kept), () => {});

try {
  const { default: start } = await import(address(js));
  await start({ module_or_path: address(wasm) });
  // After the first paint: keeping the files must not slow what the reader waits for.
  if (document.readyState === "complete") register();
  else addEventListener("load", register, { once: true });
} catch (error) {
  const note = document.getElementById("boot-failed");
  if (note) {
    document.querySelectorAll(".boot").forEach((line) => (line.hidden = line !== note));
  }
  throw error;
}
