// Keeps the page for use without a network. Every file of one build lies in one cache: whole or not at all, and never mixed
// with those of another build. A new build waits until the reader asks for it or has closed every tab.
// scripts/stamp.mjs fills in the two lines below.
const BUILD = "";
const FILES = [];

const PREFIX = "factbox-";
const CACHE = PREFIX + BUILD;

self.addEventListener("install", (event) => {
  // Files with a stamped name never change; the rest must not come from an older copy.
  const request = (file) => new Request(file, { cache: /-[0-9a-f]{16}[._]/.test(file) ? "default" : "reload" });
  const keep = async () => {
    const cache = await caches.open(CACHE);
    try {
      await cache.addAll(FILES.map(request));
    } catch (error) {
      await caches.delete(CACHE);
      throw error;
    }
  };
  event.waitUntil(keep());
});

self.addEventListener("activate", (event) => {
  const tidy = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});

self.addEventListener("message", (event) => {
  if (event.data === "activate") self.skipWaiting();
});

// What another app shares is laid aside for the page, which takes it from there (boot.js); it never goes to the network.
const SHARED = "shared-with-factbox";
const layAside = async (request) => {
  const headers = { "content-type": request.headers.get("content-type") };
  await (await caches.open(SHARED)).put(SHARED, new Response(await request.blob(), { headers }));
  return Response.redirect(new URL("#shared", self.registration.scope).href, 303);
};

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const scope = self.registration.scope;
  if (request.method === "POST" && request.url === new URL("share", scope).href) return event.respondWith(layAside(request));
  if (request.method !== "GET" || !request.url.startsWith(scope)) return;
  const answer = async () => {
    const cache = await caches.open(CACHE);
    // Whatever stands behind “?” is the page's own; no file depends on it.
    const page = request.mode === "navigate" && new URL(request.url).pathname === new URL(scope).pathname;
    const kept = await cache.match(page ? new URL("index.html", scope).href : request, { ignoreSearch: true });
    return kept ?? fetch(request);
  };
  event.respondWith(answer());
});
