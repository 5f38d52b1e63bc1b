// Reads a page aloud, or a part of it, with a voice of the device; nothing needs it, and nothing is
// said until a person presses "Listen". Each sentence is said on its own, as some browsers fall
// silent in the middle of long texts, and is marked while it is said. What is said is in say.js.
"use strict";

const NORMAL_SPEED = 0.9;
const SLOW_SPEED = 0.65;
// Some browsers never say that they have no voices, so after this time we do.
const PATIENCE_MS = 2000;

const root = document.documentElement;
const player = document.querySelector(".player");
const speech = window.SpeechSynthesisUtterance && window.speechSynthesis;
const voices = new Map();
let isPatient = true;
let aloud = null;

if (speech) {
  // Not every browser can add a listener to this one.
  speech.onvoiceschanged = lookForVoices;
  lookForVoices();
  setTimeout(() => {
    isPatient = false;
    lookForVoices();
  }, PATIENCE_MS);
  document.addEventListener("click", press);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      stopReading();
    }
  });
  // A recording and a voice do not speak at once.
  document.addEventListener("play", stopReading, true);
  window.addEventListener("pagehide", stopReading);
} else if (performance.getEntriesByType("paint").length === 0) {
  // Once the page was shown, the room for the buttons stays, so that nothing moves.
  for (const each of document.querySelectorAll(".listen, .ear")) {
    each.remove();
  }
}

function lookForVoices() {
  voices.clear();
  if (voiceFor(root.lang)) {
    root.dataset.voice = "yes";
    bringLooks();
  } else if (!isPatient || speech.getVoices().length > 0) {
    root.dataset.voice = "no";
  }
}

// Not every page is listened to, so the looks do not come with the page.
function bringLooks() {
  if (!document.querySelector(`link[href="${player.dataset.href}"]`)) {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = player.dataset.href;
    document.head.append(link);
  }
}

function voiceFor(lang) {
  if (!voices.has(lang)) {
    voices.set(lang, bestVoice(lang));
  }
  return voices.get(lang);
}

// One that knows the writing, then one on the device, as others send the words of the page away to
// be spoken; then one of the same country.
function bestVoice(lang) {
  const wanted = localeOf(lang);
  let best = null;
  let most = -1;
  for (const voice of wanted ? speech.getVoices() : []) {
    const locale = localeOf(voice.lang);
    if (locale?.language === wanted.language) {
      const score =
        (locale.script === wanted.script ? 8 : 0) +
        (voice.localService ? 4 : 0) +
        (locale.region === wanted.region ? 2 : 0) +
        (voice.default ? 1 : 0);
      if (score > most) {
        best = voice;
        most = score;
      }
    }
  }
  return best;
}

// Cantonese and Mandarin have names of their own on some devices, and Android writes "en_GB".
function localeOf(tag) {
  const plain = tag.replaceAll("_", "-").replace(/^yue(-HK)?$/i, "zh-HK");
  try {
    return new Intl.Locale(plain.replace(/^cmn\b/i, "zh")).maximize();
  } catch {
    return null;
  }
}

function press(event) {
  const button = event.target.closest(".ear, .player button");
  if (!button) {
    return;
  }
  if (button.classList.contains("ear")) {
    begin(button);
  } else if (button.dataset.do === "stop") {
    stopReading();
  } else if (button.dataset.do === "slow") {
    button.setAttribute("aria-pressed", String(!isSlow()));
    speak();
  } else {
    move(button.dataset.do === "next" ? 1 : -1);
  }
}

function isSlow() {
  return player.querySelector("[data-do=slow]").getAttribute("aria-pressed") === "true";
}

function begin(button) {
  const isSecondPress = aloud?.button === button;
  stopReading();
  if (isSecondPress) {
    return;
  }
  const part = button.closest(".listen") ? "main" : "article, section, .box";
  const sentences = sentencesOf(button.closest(part)).filter(({ lang }) => voiceFor(lang));
  if (sentences.length === 0) {
    return;
  }
  for (const recording of document.querySelectorAll("audio, video")) {
    recording.pause();
  }
  aloud = { button, sentences, place: 0 };
  dress(button, true);
  openPlayer(button);
  speak();
}

function stopReading() {
  if (!aloud) {
    return;
  }
  const { button } = aloud;
  aloud = null;
  speech.cancel();
  mark(null);
  dress(button, false);
  if (player.contains(document.activeElement)) {
    button.focus({ preventScroll: true });
  }
  player.hidden = true;
  player.popover = null;
  delete root.dataset.aloud;
}

function dress(button, isReading) {
  const stop = player.querySelector(".words").textContent;
  button.classList.toggle("stops", isReading);
  button.querySelector(".words").textContent = isReading
    ? stop
    : player.getAttribute("aria-label");
}

// For the keyboard and screen readers it comes after the button, for the eyes to the bottom of the
// window. Browsers that cannot put it on top of all else have it at the end of the page.
function openPlayer(button) {
  player.hidden = false;
  root.dataset.aloud = "";
  if (player.showPopover) {
    button.after(player);
    player.popover = "manual";
    player.showPopover();
  }
}

function move(by) {
  aloud.place = Math.max(0, aloud.place + by);
  if (aloud.place < aloud.sentences.length) {
    speak();
  } else {
    stopReading();
  }
}

function speak() {
  const { words, lang, range } = aloud.sentences[aloud.place];
  const utterance = new SpeechSynthesisUtterance(words);
  utterance.voice = voiceFor(lang);
  utterance.lang = utterance.voice.lang.replaceAll("_", "-");
  utterance.rate = isSlow() ? SLOW_SPEED : NORMAL_SPEED;
  // What was cut off ends as well, and has no say any more.
  utterance.onend = () => aloud?.utterance === utterance && move(1);
  utterance.onerror = () => aloud?.utterance === utterance && stopReading();
  // Without a hold on it, some browsers lose it, and it never ends.
  aloud.utterance = utterance;
  speech.cancel();
  speech.speak(utterance);
  mark(range);
  bringIntoView(range);
}

// The browser paints the sentence, and the page stays as it is, with its links and its focus. One
// that cannot has the whole paragraph marked.
function mark(range) {
  document.querySelector(".say")?.classList.remove("say");
  if (window.CSS?.highlights) {
    CSS.highlights.set("say", range ? new Highlight(range) : new Highlight());
  } else if (range) {
    const inside = range.commonAncestorContainer;
    (inside.nodeType === Node.TEXT_NODE ? inside.parentElement : inside).classList.add("say");
  }
}

function bringIntoView(range) {
  const bar = player.getBoundingClientRect().height;
  root.style.setProperty("--bar", `${bar}px`);
  const { top, bottom } = range.getBoundingClientRect();
  if (top < 0 || bottom > window.innerHeight - bar) {
    window.scrollBy({ top: top - window.innerHeight / 4, behavior: "instant" });
  }
}
