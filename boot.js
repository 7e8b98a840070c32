// Starts the page. External and small, so that the content security policy needs neither hash nor nonce.
const { js, wasm, worker, gazetteer, map } = document.querySelector("script[data-js]").dataset;
const address = (name) => new URL(name, document.baseURI).href;

// The only addresses that code may be loaded from.
const allowed = new Set([address(worker)]);
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
});

try {
  const { default: start } = await import(address(js));
  await start({ module_or_path: address(wasm) });
} catch (error) {
  const note = document.getElementById("boot-failed");
  if (note) {
    document.querySelectorAll(".boot").forEach((line) => (line.hidden = line !== note));
  }
  throw error;
}
