// Keeps the house's own clothes on the phone (style, scripts, type) and one page for bad days. Never a page with
// somebody's data: those come from the network or not at all.
"use strict";

const SHELF = "naik-1";
const OFFLINE = "/luring";
const FIRST = [OFFLINE, "/static/pjs.woff2", "/static/ikon.svg"];

self.addEventListener("install", (event) => {
  event.waitUntil(fill().then(() => self.skipWaiting()));
});

// The offline page, and what it names: its style and scripts.
async function fill() {
  const shelf = await caches.open(SHELF);
  await shelf.addAll(FIRST.map((address) => new Request(address, { credentials: "omit", cache: "reload" })));
  const page = await shelf.match(OFFLINE);
  // Templates write a slash inside an attribute as a number.
  const html = (await page.text()).replace(/&#x2f;/gi, "/");
  const named = html.match(/\/static\/[A-Za-z0-9._-]+(\?[A-Za-z0-9=._-]+)?/g) || [];
  await Promise.all(Array.from(new Set(named)).map((address) => shelf.add(address).catch(() => undefined)));
  // Modules name each other without the page.
  await Promise.all(["petunjuk.js", "draf.js", "kirim.js"].map((name) => shelf.add("/static/" + name).catch(() => undefined)));
}

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name !== SHELF).map((name) => caches.delete(name)));
    await self.clients.claim();
  })());
});

self.addEventListener("fetch", (event) => {
  const request = event.request;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== self.location.origin) return;
  if (address.pathname.startsWith("/static/")) {
    event.respondWith(dressed(event, request));
  } else if (request.mode === "navigate") {
    event.respondWith(fetch(request).catch(async () => (await caches.match(OFFLINE)) || Response.error()));
  }
});

// From the shelf at once, and put back fresh for the next time.
async function dressed(event, request) {
  const shelf = await caches.open(SHELF);
  const kept = await shelf.match(request);
  const fresh = fetch(request).then((reply) => {
    if (!reply.ok) return reply;
    const copy = reply.clone();
    return shelf.put(request, copy).then(() => reply, () => reply);
  });
  if (!kept) return fresh;
  event.waitUntil(fresh.catch(() => undefined));
  return kept;
}
