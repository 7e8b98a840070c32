// Starts the page. External and small, so that the content security policy needs neither hash nor nonce.
const { js, wasm, findings, findingsStyle, worker, opener, shelf, samples, gazetteer, map } = document.querySelector("script[data-js]").dataset;
const address = (name) => new URL(name, document.baseURI).href;

// The only addresses that code may be loaded from.
const service = address("sw.js");
const allowed = new Set([address(worker), address(opener), service]);
const rules = {
  createScriptURL(url) {
    if (allowed.has(url)) return url;
    throw new TypeError("Factbox loads no code from " + url);
  },
};
const policy = globalThis.trustedTypes?.createPolicy("app-urls", rules) ?? rules;

// A text for the end of an address: deflated, then base64 for URLs (RFC 4648, section 5). What stands behind “#” is never sent.
const through = (content, stream) => new Response(new Blob([content]).stream().pipeThrough(stream));
const pack = async (text) => {
  const bytes = new Uint8Array(await through(text, new CompressionStream("deflate-raw")).arrayBuffer());
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
};
// Stops at `most` bytes: a short link can unpack to gigabytes.
const unpack = async (packed, most) => {
  const binary = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
  const reader = through(Uint8Array.from(binary, (c) => c.charCodeAt(0)), new DecompressionStream("deflate-raw")).body.getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  for (let size = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    if ((size += value.length) > most) throw new RangeError("too long");
    text += decoder.decode(value, { stream: true });
  }
};

// Light or dark as the reader has set, before anything is drawn; see src/settings.rs.
const bars = [...document.querySelectorAll('meta[name="theme-color"]')];
const colours = bars.map((bar) => bar.content);
const theme = (name) => {
  const fixed = ["light", "dark"].indexOf(name);
  document.documentElement.dataset.theme = name;
  bars.forEach((bar, i) => (bar.content = colours[fixed < 0 ? i : fixed]));
};
try {
  theme(JSON.parse(localStorage.getItem("factbox-settings")).theme);
} catch {
  // Nothing is set, or this browser keeps nothing.
}

// What the system brings: a file opened with the page, or what another app shared. The service worker has laid the latter
// aside (sw.js); it never crosses the network.
const SHARED = "shared-with-factbox";
const takeShared = async () => {
  const parcel = await (await caches.open(SHARED)).match(SHARED);
  await caches.delete(SHARED);
  const form = await parcel?.formData();
  const file = form?.get("file");
  if (file instanceof File && file.size) return file;
  const part = (name) => String(form?.get(name) ?? "");
  return { title: part("title"), text: part("text") };
};
const onBrought = (tell) => {
  globalThis.launchQueue?.setConsumer(async ({ files }) => files?.length && tell(await files[0].getFile()));
  if (location.hash !== "#shared") return;
  history.replaceState(null, "", location.pathname);
  takeShared().then(tell, () => tell({ title: "", text: "" }));
};

// What page and findings tell each other; what is told before the other one is there waits for it.
const ends = { page: { waiting: [] }, findings: { waiting: [] } };
const tell = (to, ...what) => (ends[to].hear ? ends[to].hear(...what) : ends[to].waiting.push(what));
const hear = (name, call) => {
  ends[name].hear = call;
  for (const what of ends[name].waiting.splice(0)) call(...what);
};
const styled = () =>
  new Promise((resolve, reject) => {
    const sheet = document.createElement("link");
    Object.assign(sheet, { rel: "stylesheet", href: address(findingsStyle), onload: resolve, onerror: reject });
    document.head.append(sheet);
  });
let drawing;
const loadFindings = () =>
  (drawing ??= Promise.all([import(address(findings)), styled()]).then(([{ default: start }]) => start()).catch((error) => {
    drawing = undefined;
    throw error;
  }));

// What the page's Rust side asks for.
globalThis.factbox = Object.freeze({
  startWorker: () => new Worker(policy.createScriptURL(address(worker)), { type: "module" }),
  startOpener: () => new Worker(policy.createScriptURL(address(opener)), { type: "module" }),
  gazetteer: gazetteer ? address(gazetteer) : undefined,
  map: map ? address(map) : undefined,
  loadFindings,
  tell,
  hear,
  pack,
  unpack,
  theme,
  onBrought,
  // All samples are one file, so that the request does not tell which one is read.
  sample: async (file) => (await (await fetch(address(samples))).json())[file],
  shelf: async (act, what) => (await import(address(shelf)))[act](what),
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
// The manifest lets the system send articles to the page, which is the service worker's to receive: without it they would go
// to the server, so that the page can be installed only once it is there.
const installable = () => {
  const link = document.createElement("link");
  Object.assign(link, { rel: "manifest", href: "manifest.webmanifest" });
  document.head.append(link);
};
const register = () =>
  navigator.serviceWorker?.register(policy.createScriptURL(service), { scope: "./" }).then((kept) => {
    if (!kept) return;
    watch(kept);
    navigator.serviceWorker.ready.then(installable);
  }, () => {});

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
