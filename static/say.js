// What is said when a page is read aloud (listen.js): its sentences, as people say them. "£4.50" is
// "4 pounds 50", and "ME14 1XX" is letters and numbers. The words are those of British English. In
// other languages the browser knows the words of money, and the voice those of times and addresses.
"use strict";

// What is not for the eyes or was typed, and the ways out of the page.
const UNREAD =
  "[aria-hidden=true],.vh,.back,.listen,.ear,.player,.list-form,.things thead," +
  "details:not([open])>:not(summary),svg,select,textarea,audio,video";
// For browsers that cannot find sentences by themselves.
const SENTENCE = /.+?(?:[.!?…؟۔।]+(?= |$)|[。！？]+|$)/g;
// A voice from afar stops after some 15 seconds. A sentence longer than this is said in parts.
const LONGEST = 200;
const PART = /.+?(?:[,;:–،、，；](?= |$)|$)/g;

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const WEB =
  /(?:https?:\/\/[\w.-]+|\b(?:[\w-]+\.)+(?:uk|org|com|net)\b)(?::\d+)?(?:[/?#](?:\S*[\w/])?)?/gi;
const PHONE = /(?:\+44 ?(?:\(0\) ?)?|\(?\b0)\d[\d ()-]{7,12}\d\b/g;
const PHONE_PARTS = /^(02\d|0[389]\d\d|011\d|01\d1|0\d{4})(\d{3,4}?)(\d{3,4})$/;
// Numbers for help that people say one by one. A price or a longer number is not one of them.
const SHORT_PHONE = /(^|[^£\d.,])(999|111)(?![.,]?\d)/g;
const CALLED = /\b(phone|call|ring|dial|text) (\d{3}(?: \d{3})?|\d{5})\b(?![.,]\d)/gi;
const MONEY = /£ ?(\d+(?:[., ]\d{3})*)(?:[.,](\d\d))?(?!\d)/g;
const PENCE = /\b(\d+)p\b/g;
const DOTTED = /\b(\d{1,2}(?:[.:][0-5]\d)? ?[ap])\.m\b\.?/gi;
// A hyphen stands for "to" between times, prices or days. Elsewhere it may be in a word or a number.
const RANGE = /(\d(?: ?[ap]m)?) ?[–—] ?(?=£?\d)/gi;
const HYPHENED = /(\d ?[ap]m|\b\d{1,2}[.:][0-5]\d|£\d[\d.,]*) ?- ?(?=£?\d)/gi;
const UNTIL = /(\d) ?- ?(?=\d{1,2}(?:[.:][0-5]\d)? ?[ap]m\b)/gi;
const DAYS =
  /\b((?:mon|tue|wed|thu|fri|sat|sun)[a-z]*) ?[–—-] ?(?=(?:mon|tue|wed|thu|fri|sat|sun))/gi;
const TIME = /\b(\d{1,2})(?:[.:]([0-5]\d))? ?([ap])m\b\.?/gi;
const RATIO = /\b(\d):(\d)\b/g;
const POSTCODE = /\b([A-Z]{1,2})(\d{1,2})([A-Z]?)(?: (\d)([A-Z]{2})?)?\b/g;
// Capitals with no vowel among them are not a word: BSL, NHS.
const INITIALS = /\b[B-DF-HJ-NP-TV-XZ]{2,5}\b/g;
// Their full stop ends no sentence when a name follows.
const TITLE = /(?:^|\W)(?:Dr|Mr|Mrs|Ms|St)\. $/;
// They set the direction of numbers in Arabic and Urdu, and have no sound.
const SILENT = /[\u200e\u200f\u2066-\u2069]/g;

// Words that stand together are one text, whatever is bold or a link in it, until a block, a line
// or a language ends.
function sentencesOf(element) {
  const sentences = [];
  let texts = [];
  let spoken = element.closest("[lang]").getAttribute("lang");

  function finish() {
    sentences.push(...sentencesIn(texts, spoken));
    texts = [];
  }

  function add(node, text, lang) {
    if (lang !== spoken && text.trim() !== "") {
      finish();
      spoken = lang;
    }
    texts.push({ node, text });
  }

  function visit(each, lang) {
    const { display, visibility } = getComputedStyle(each);
    if (display === "none") {
      return;
    }
    const isInLine = /^(inline|contents)/.test(display) && !each.matches("br, .btn, button");
    if (!isInLine) {
      finish();
    }
    if (each.dataset.label) {
      add(each, `${each.dataset.label}: `, lang);
    }
    if (each.dataset.say) {
      add(each, each.dataset.say, lang);
    } else {
      for (const child of each.childNodes) {
        if (child.nodeType === Node.TEXT_NODE && visibility === "visible") {
          add(child, child.data, lang);
        } else if (child.nodeType === Node.ELEMENT_NODE && !child.matches(UNREAD)) {
          // Not `child.lang`: of a form, that is its field with this name.
          visit(child, child.getAttribute("lang") || lang);
        }
      }
    }
    if (!isInLine) {
      finish();
    }
  }

  visit(element, spoken);
  finish();
  return sentences;
}

function sentencesIn(texts, lang) {
  const whole = texts.map(({ text }) => text).join("").replace(/\s/g, " ");
  const sentences = [];
  for (const { segment, index } of cutUp(whole, lang)) {
    const words = segment.trim();
    if (/[\p{L}\p{N}]/u.test(words)) {
      const start = index + segment.indexOf(words);
      const range = rangeOf(texts, start, start + words.length);
      sentences.push({ words: asSaid(words, lang), lang, range });
    }
  }
  return sentences;
}

function cutUp(text, lang) {
  const sentences = Intl.Segmenter
    ? Array.from(new Intl.Segmenter(lang, { granularity: "sentence" }).segment(text))
    : cutAt(SENTENCE, text, 0);
  return withTitles(sentences).flatMap((each) =>
    each.segment.length > LONGEST ? cutAt(PART, each.segment, each.index) : [each],
  );
}

function withTitles(sentences) {
  const whole = [];
  for (const each of sentences) {
    const last = whole.at(-1);
    if (last && TITLE.test(last.segment)) {
      last.segment += each.segment;
    } else {
      whole.push({ segment: each.segment, index: each.index });
    }
  }
  return whole;
}

function cutAt(pattern, text, index) {
  const found = Array.from(text.matchAll(pattern));
  return found.map((each) => ({ segment: each[0], index: index + each.index }));
}

// What is said in other words than those that are written is marked whole.
function rangeOf(texts, start, end) {
  const range = document.createRange();
  let place = 0;
  for (const { node, text } of texts) {
    const isWritten = node.nodeType === Node.TEXT_NODE;
    const next = place + text.length;
    if (start >= place && start < next && isWritten) {
      range.setStart(node, start - place);
    } else if (start >= place && start < next) {
      range.setStartBefore(node);
    }
    if (end > place && end <= next && isWritten) {
      range.setEnd(node, end - place);
    } else if (end > place && end <= next) {
      range.setEndAfter(node);
    }
    place = next;
  }
  return range;
}

function asSaid(text, lang) {
  const plain = text.replace(SILENT, "");
  return (/^en\b/i.test(lang) ? inEnglish(plain) : inOthers(plain, lang))
    .replace(POSTCODE, spellPostcode)
    .replace(/\s+/g, " ")
    .trim();
}

function inEnglish(text) {
  return text
    .replace(EMAIL, spellAddress)
    .replace(WEB, spellAddress)
    .replace(PHONE, spellPhone)
    .replace(SHORT_PHONE, (_, before, number) => before + spell(number))
    .replace(CALLED, (_, verb, number) => `${verb} ${spell(number.replace(" ", ""))}`)
    .replace(DOTTED, "$1m")
    .replace(RANGE, "$1 to ")
    .replace(HYPHENED, "$1 to ")
    .replace(UNTIL, "$1 to ")
    .replace(DAYS, "$1 to ")
    .replace(MONEY, sayPounds)
    .replace(PENCE, (_, pence) => sayPence(Number(pence)))
    .replace(TIME, sayTime)
    .replace(RATIO, "$1 to $2")
    .replace(INITIALS, spell);
}

function inOthers(text, lang) {
  return text
    .replace(PHONE, spellPhone)
    .replace(SHORT_PHONE, (_, before, number) => before + spell(number))
    .replace(MONEY, (written, whole, pence) =>
      sayMoney(written, lang, whole.replace(/\D/g, ""), pence),
    );
}

function spell(letters) {
  return [...letters].join(" ");
}

function spellAddress(address) {
  return address
    .replace(/^https?:\/\//i, "")
    .replace(/\/$/, "")
    .replace(/^www\b/i, "w w w")
    .replaceAll("@", " at ")
    .replaceAll(".", " dot ")
    .replaceAll("/", " slash ")
    .replaceAll("-", " dash ")
    .replaceAll("_", " underscore ");
}

function spellPhone(written) {
  const digits = written.replace(/^\+44/, "").replace(/\D/g, "");
  const number = digits.startsWith("0") ? digits : `0${digits}`;
  const parts = PHONE_PARTS.exec(number)?.slice(1);
  if (!parts) {
    return written;
  }
  if (!written.startsWith("+")) {
    return parts.map(spell).join(", ");
  }
  return `+ 4 4, ${[parts[0].slice(1), ...parts.slice(1)].map(spell).join(", ")}`;
}

function sayPounds(_, pounds, pence) {
  const few = Number(pence ?? 0);
  const many = pounds === "1" ? "1 pound" : `${pounds} pounds`;
  if (pounds === "0" && few) {
    return sayPence(few);
  }
  if (!few) {
    return many;
  }
  return few < 10 ? `${many} and ${sayPence(few)}` : `${many} ${few}`;
}

function sayPence(pence) {
  return pence === 1 ? "1 penny" : `${pence} pence`;
}

function sayMoney(written, lang, pounds, pence) {
  if (Intl.NumberFormat.supportedLocalesOf(lang).length === 0) {
    return written;
  }
  const digits = Number(pence ?? 0) ? 2 : 0;
  return new Intl.NumberFormat(lang, {
    style: "currency",
    currency: "GBP",
    currencyDisplay: "name",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(Number(`${pounds}.${pence ?? 0}`));
}

function sayTime(_, hour, minutes, half) {
  const past = Number(minutes ?? 0);
  const said = past ? `${hour} ${past < 10 ? "oh " : ""}${past}` : hour;
  return `${said} ${half.toLowerCase()}.m.`;
}

function spellPostcode(_, area, district, letter, sector, unit) {
  const near = [spell(area), district, letter].filter(Boolean).join(" ");
  return sector ? `${near}, ${[sector, spell(unit ?? "")].join(" ").trim()}` : near;
}
