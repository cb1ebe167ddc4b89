// The service worker: says so when there is no connection, and keeps style, letters and icons of the app.
// It NEVER keeps a page: what stands on a page is somebody's, and a device can be lent out.
// The line before this one gives `KEEPS`: the offline page with what it is made of, and a name that changes with them.
const HASHED = /^\/static\/.+\.[0-9a-f]{12}\.\w+$/;

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const kept = await caches.open(KEEPS.name);
    await kept.addAll([KEEPS.offline, ...KEEPS.files]);
    await self.skipWaiting();
  })());
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name !== KEEPS.name).map((name) => caches.delete(name)));
    await self.clients.claim();
  })());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    event.respondWith(fetch(request).catch(() => caches.match(KEEPS.offline)));
  } else if (KEEPS.files.includes(url.pathname) || HASHED.test(url.pathname)) {
    event.respondWith(fromKept(request));
  }
});

async function fromKept(request) {
  const kept = await caches.open(KEEPS.name);
  const found = await kept.match(request);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok && answer.type === "basic" && HASHED.test(new URL(request.url).pathname)) kept.put(request, answer.clone());
  return answer;
}
