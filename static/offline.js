// Keeps my list, and the pages of what is on it, for when there is no connection. Nothing else is
// kept, and what leaves the list leaves here. The page of the list says what to keep (finder.js).
"use strict";

const KEPT = "my-list";
const PARTS = /(?:src|href)="(\/[^"]*(?:\/static\/|\.css)[^"]*)"/g;
const IN_STYLES = /url\(([^)]+)\)/g;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  event.waitUntil(keep(event.data).then(() => event.source.postMessage("kept")));
});

// A page is known by its path: the same list has many addresses, and only one copy.
function nameOf(address) {
  const url = new URL(address, self.location);
  const isPart = /\.(css|js|svg|png|webp|jpg|woff2)$/.test(url.pathname);
  return url.origin + url.pathname + (isPart ? url.search : "");
}

async function keep({ pages }) {
  const cache = await caches.open(KEPT);
  const wanted = new Set();
  for (const page of pages) {
    const text = await take(cache, page, wanted);
    const parts = [...text.matchAll(PARTS)].map((found) => found[1].replaceAll("&amp;", "&"));
    for (const part of parts) {
      if (wanted.has(nameOf(part))) {
        continue;
      }
      const styles = await take(cache, part, wanted);
      if (new URL(part, self.location).pathname.endsWith(".css")) {
        for (const [, file] of styles.matchAll(IN_STYLES)) {
          await take(cache, new URL(file, new URL(part, self.location)), wanted);
        }
      }
    }
  }
  for (const request of await cache.keys()) {
    if (!wanted.has(request.url)) {
      await cache.delete(request);
    }
  }
}

// Returns the text of what was kept; nothing when it cannot be had, and then an older copy stays.
async function take(cache, address, wanted) {
  const name = nameOf(address);
  wanted.add(name);
  try {
    const answer = await fetch(address, { credentials: "same-origin" });
    if (!answer.ok) {
      return "";
    }
    await cache.put(name, answer.clone());
    return await answer.text();
  } catch {
    return "";
  }
}

// The network always comes first. Without one, what is kept does.
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && new URL(request.url).origin === self.location.origin) {
    event.respondWith(fetch(request).catch((fault) => kept(request, fault)));
  }
});

async function kept(request, fault) {
  const found = await caches.match(nameOf(request.url), { cacheName: KEPT });
  if (!found) {
    throw fault;
  }
  return found;
}
