// Keeps the house's own clothes on the phone (style, scripts, type) and one page for bad days. Of pages with somebody's
// data only one: a mentor's visits, which are written where there is no network. It goes when they sign out.
"use strict";

const SHELF = "naik-1";
const OFFLINE = "/luring";
const FIELD = "naik-kunjungan";
const VISITS = "/kunjungan";
/** How long a weak network is waited for before the kept page is shown, in milliseconds. */
const PATIENCE = 4000;
const FIRST = [OFFLINE, "/static/pjs.woff2", "/static/ikon.svg"];

self.addEventListener("install", (event) => {
  event.waitUntil(fill().then(() => self.skipWaiting()));
});

// The offline page, and what it names: its style and scripts.
async function fill() {
  const shelf = await caches.open(SHELF);
  await shelf.addAll(FIRST.map((address) => new Request(address, { credentials: "omit", cache: "reload" })));
  const page = await shelf.match(OFFLINE);
  await dress(shelf, await page.text());
  // Modules name each other without the page.
  await Promise.all(["petunjuk.js", "draf.js", "kirim.js", "lapangan.js"].map((name) => shelf.add("/static/" + name).catch(() => undefined)));
}

// Keeps what a page names: its style and scripts.
async function dress(shelf, html) {
  const named = html.match(/\/static\/[A-Za-z0-9._-]+(\?[A-Za-z0-9=._-]+)?/g) || [];
  await Promise.all(Array.from(new Set(named)).map(async (address) => (await shelf.match(address)) || shelf.add(address).catch(() => undefined)));
}

// A page of visits as it was last seen. One that leads to the sign-in page says that nobody is signed in.
async function remember(reply) {
  if (!reply.ok || reply.redirected) {
    if (reply.redirected) await caches.delete(FIELD);
    return false;
  }
  const copy = reply.clone();
  const field = await caches.open(FIELD);
  await field.put(VISITS, copy.clone());
  await dress(await caches.open(SHELF), await copy.text());
  return true;
}

self.addEventListener("message", (event) => {
  if (event.data !== "simpan-kunjungan") return;
  const kept = fetch(VISITS, { credentials: "same-origin" }).then(remember, async () => Boolean(await caches.match(VISITS)));
  event.waitUntil(kept.then((done) => event.ports[0].postMessage(done ? "siap" : "tidak"), () => event.ports[0].postMessage("tidak")));
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name !== SHELF && name !== FIELD).map((name) => caches.delete(name)));
    await self.clients.claim();
  })());
});

self.addEventListener("fetch", (event) => {
  const request = event.request;
  const address = new URL(request.url);
  if (address.origin !== self.location.origin) return;
  if (request.method === "POST" && address.pathname === "/keluar") event.waitUntil(caches.delete(FIELD));
  if (request.method !== "GET") return;
  if (address.pathname.startsWith("/static/")) {
    event.respondWith(dressed(event, request));
  } else if (request.mode === "navigate" && address.pathname === VISITS) {
    event.respondWith(visits(event, request));
  } else if (request.mode === "navigate") {
    event.respondWith(fetch(request).catch(async () => (await caches.match(OFFLINE)) || Response.error()));
  }
});

// From the network where there is one that answers; otherwise as it was last seen. What follows `?` chooses a shop, and
// the page's script does that too.
async function visits(event, request) {
  const fresh = fetch(request).then((reply) => {
    // A navigation's own redirect is followed by the browser, and seen here as one.
    if (reply.type === "opaqueredirect") event.waitUntil(caches.delete(FIELD));
    return reply;
  });
  const kept = await caches.open(FIELD).then((field) => field.match(VISITS));
  if (!kept) return fresh.catch(async () => (await caches.match(OFFLINE)) || Response.error());
  const late = new Promise((resolve) => setTimeout(() => resolve(kept), PATIENCE));
  return Promise.race([fresh.catch(() => kept), late]);
}

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
