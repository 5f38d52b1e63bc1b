// Adds to the pages; nothing needs it. "Add to my list" changes its words without a new page, "Use
// where I am" fills in the place of a search, a search box offers words as a person types, a link
// of a list is copied, and a hard word says below its sentence what it means.
"use strict";

// One press after the other: the first may begin the list, and without its cookie the next would begin
// another. A button that is pressed twice at once was meant to be pressed once.
let earlier = Promise.resolve();
for (const form of document.querySelectorAll("form.list-form")) {
  let isWaiting = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!isWaiting) {
      isWaiting = true;
      earlier = earlier.then(() => changeList(form));
      await earlier;
      isWaiting = false;
    }
  });
}

async function changeList(form) {
  const button = form.querySelector("button");
  const isOn = button.getAttribute("aria-pressed") === "true";
  const body = new URLSearchParams(new FormData(form));
  try {
    const answer = await fetch(form.action, { method: "POST", body });
    if (!answer.ok || new URL(answer.url).searchParams.has("full")) {
      throw new Error("not done");
    }
  } catch {
    form.submit();
    return;
  }
  show(form, button, !isOn);
  count(isOn ? -1 : 1);
  sayDone(button);
}

function show(form, button, isOn) {
  form.action = isOn ? form.dataset.remove : form.dataset.add;
  button.querySelector(".words").textContent = isOn
    ? form.dataset.removeWords
    : form.dataset.addWords;
  button.classList.remove("go");
  if (isOn) {
    button.setAttribute("aria-pressed", "true");
  } else {
    button.removeAttribute("aria-pressed");
  }
}

// A button that changes its words says nothing by itself to a person who does not see them.
function sayDone(button) {
  document.getElementById("done").textContent = button.textContent;
}

function count(change) {
  const link = document.querySelector('.top a[href^="/list"] span');
  let number = document.getElementById("list-count");
  if (!number) {
    number = document.createElement("b");
    number.id = "list-count";
    number.textContent = "0";
    link.append(" ", number);
  }
  number.textContent = String(Number(number.textContent) + change);
}

// Browsers say where they are on secure pages only, and only once the person allows it.
if (window.isSecureContext && navigator.geolocation) {
  for (const box of document.querySelectorAll(".near-me")) {
    box.hidden = false;
    box.querySelector("button").addEventListener("click", () => {
      say(box, "looking");
      navigator.geolocation.getCurrentPosition(
        (position) => fillPlace(box, position.coords),
        () => say(box, "lost"),
        { timeout: 15000, maximumAge: 300000 },
      );
    });
  }
}

function say(box, what) {
  box.querySelector("p").textContent = box.dataset[what];
}

// Three decimals are some hundred metres. The answer is a part of a postcode, to see and to change.
async function fillPlace(box, { latitude, longitude }) {
  const body = new URLSearchParams({ lat: latitude.toFixed(3), lon: longitude.toFixed(3) });
  try {
    const answer = await fetch(box.dataset.url, { method: "POST", body });
    if (!answer.ok) {
      throw new Error("not done");
    }
    const { near } = await answer.json();
    if (near) {
      box.closest("form").querySelector('[name="near"][type="text"]').value = near;
    }
    say(box, near ? "found" : "away");
  } catch {
    say(box, "lost");
  }
}

for (const box of document.querySelectorAll("input[data-suggest]")) {
  const list = document.createElement("datalist");
  list.id = `${box.id}-suggestions`;
  box.after(list);
  box.setAttribute("list", list.id);
  let waiting;
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => offer(box, list), 150);
  });
}

// The browser shows the list in its own way. Without an answer it is empty.
async function offer(box, list) {
  const asked = new URLSearchParams({ q: box.value, box: box.name });
  try {
    const answer = await fetch(`${box.dataset.suggest}?${asked}`);
    const texts = answer.ok ? await answer.json() : [];
    list.replaceChildren(...texts.map((text) => new Option(text, text)));
  } catch {
    list.replaceChildren();
  }
}

// A second press takes the meaning away, and so does Escape. The link leads to the page of hard words
// for whoever opens it in another window.
const meanings = new Map();
for (const link of document.querySelectorAll("a.word")) {
  link.setAttribute("aria-expanded", "false");
  link.addEventListener("click", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      (meanings.has(link) ? foldMeaning : showMeaning)(link);
    }
  });
}
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    Array.from(meanings.keys()).forEach(foldMeaning);
  }
});

function showMeaning(link) {
  const sentence = link.closest("p, small, b, dd, li");
  const box = document.createElement("span");
  box.className = "meaning";
  box.role = "status";
  box.lang = link.dataset.lang ?? document.documentElement.lang;
  box.dir = "auto";
  sentence.matches("dd, li") ? sentence.append(box) : sentence.after(box);
  meanings.set(link, box);
  link.setAttribute("aria-expanded", "true");
  // A screen reader says only what comes into a box that it has met.
  setTimeout(() => box.append(link.dataset.meaning), 100);
}

function foldMeaning(link) {
  meanings.get(link).remove();
  meanings.delete(link);
  link.setAttribute("aria-expanded", "false");
}

// Not every browser unfolds what is folded by itself when it prints.
addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll(".plan details, .way details")) {
    fold.open = true;
  }
});

// A link can be copied with one press where the browser allows it.
if (navigator.clipboard) {
  for (const button of document.querySelectorAll("button[data-copies]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const link = document.getElementById(button.dataset.copies);
      try {
        await navigator.clipboard.writeText(link.value);
        button.querySelector(".words").textContent = button.dataset.done;
        sayDone(button);
      } catch {
        link.select();
      }
    });
  }
}

// My list opens without a connection, with the pages of what is on it, once it was opened with one.
// A page of an empty list, or of one that was deleted, throws the copy away.
const offline = document.querySelector("[data-offline]");
if (offline && navigator.serviceWorker && window.isSecureContext) {
  offline.hidden = navigator.onLine;
  if (offline.dataset.pages) {
    keepOffline(offline);
  } else {
    forgetOffline(offline);
  }
}

async function keepOffline(page) {
  await navigator.serviceWorker.register(page.dataset.offline);
  const ready = await navigator.serviceWorker.ready;
  navigator.serviceWorker.addEventListener("message", () => {
    page.dataset.kept = "yes";
  });
  ready.active.postMessage({ pages: page.dataset.pages.split(" ") });
}

async function forgetOffline(page) {
  await caches.delete("my-list");
  const registration = await navigator.serviceWorker.getRegistration(page.dataset.offline);
  await registration?.unregister();
  page.dataset.kept = "no";
}
