// Alfa works out the style of each element for itself, from the rules that the browser hands it.
// It drops a whole style sheet that holds one rule of a kind it does not know, @container among
// them, and then judges a bare page without a word. These functions give it rules that it can
// read, and prove that it read them.

import { Color, Lexer } from "@siteimprove/alfa-css";
import { Element } from "@siteimprove/alfa-dom";
import { Style } from "@siteimprove/alfa-style";

/** Runs in the page. Returns what the browser shows: for each element, in document order, its
 * colour, the colour behind it, and the size of its words. */
export function stylesInBrowser() {
  return Array.from(document.querySelectorAll("*"), (element) => {
    const style = getComputedStyle(element);
    return {
      color: style.color,
      "background-color": style.backgroundColor,
      "font-size": style.fontSize,
    };
  });
}

/** Runs in the page. Puts the content of each @container rule that holds in the place of the
 * rule, and takes out those that do not hold. The browser decides which hold, so any condition
 * works, at any size of letters. Returns what Alfa cannot be given. */
export function flattenStyles() {
  const refused = [];
  const readable = [
    CSSFontFaceRule, CSSImportRule, CSSKeyframesRule, CSSLayerBlockRule, CSSLayerStatementRule,
    CSSMediaRule, CSSNamespaceRule, CSSPageRule, CSSStyleRule, CSSSupportsRule,
  ];

  for (const element of document.querySelectorAll("body *")) {
    if (getComputedStyle(element).containerType !== "normal") {
      refused.push(`<${element.localName} class="${element.className}"> is a size container;` +
        " only html and body may be, as one answer must do for the whole page");
    }
  }

  const probe = document.createElement("span");
  const question = new CSSStyleSheet();
  probe.id = "container-probe";
  document.body.append(probe);
  document.adoptedStyleSheets.push(question);
  const holds = (condition) => {
    question.replaceSync(`@container ${condition}{#container-probe{--holds:yes}}`);
    return getComputedStyle(probe).getPropertyValue("--holds") === "yes";
  };

  const flatten = (parent) => {
    // From the last to the first, so that the places of the rules still to come stay the same.
    for (let place = parent.cssRules.length - 1; place >= 0; place--) {
      const rule = parent.cssRules[place];
      if (rule instanceof CSSMediaRule && !matchMedia(rule.media.mediaText).matches) {
        parent.deleteRule(place);
      } else if (rule instanceof CSSContainerRule) {
        if (rule.conditionText.includes("style(")) {
          refused.push(`@container ${rule.conditionText} has an answer for each element`);
        }
        flatten(rule);
        const inside = Array.from(rule.cssRules, (inner) => inner.cssText);
        const kept = holds(rule.conditionText) ? inside : [];
        parent.deleteRule(place);
        kept.forEach((text, offset) => parent.insertRule(text, place + offset));
      } else if (!readable.some((kind) => rule instanceof kind)) {
        refused.push(`Alfa does not know ${rule.constructor.name}: ${rule.cssText.slice(0, 80)}`);
        parent.deleteRule(place);
      } else if (rule instanceof CSSStyleRule && rule.cssRules.length > 0) {
        refused.push(`Alfa does not read rules inside the rule ${rule.selectorText}`);
      } else if (rule instanceof CSSImportRule && rule.styleSheet !== null) {
        flatten(rule.styleSheet);
      } else if (rule instanceof CSSGroupingRule) {
        flatten(rule);
      }
    }
  };
  for (const sheet of document.styleSheets) {
    if (sheet.cssRules.length === 0) {
      refused.push(`The style sheet ${sheet.href ?? "in the page"} has no rules`);
    }
    flatten(sheet);
  }

  document.adoptedStyleSheets.pop();
  probe.remove();
  return refused;
}

/** Returns a failure for each element whose colours or size of words are not, for Alfa, what the
 * browser shows: a rule that Alfa dropped or did not understand. One is told for each difference,
 * not for each element, so that a lost style sheet does not make a list of the whole page. */
export function stylesUnread(page, seen) {
  const judged = new Map();
  let place = 0;
  for (const element of page.document.descendants().filter(Element.isElement)) {
    const shown = seen[place++];
    // Nothing of the head is shown, and the browser's own colour of html is a system colour.
    if (!element.ancestors().some((one) => Element.isElement(one) && one.name === "body")) {
      continue;
    }
    const style = Style.from(element, page.device);
    for (const property of ["color", "background-color", "font-size"]) {
      const read = style.computed(property).value;
      const message = `${property} is ${shown[property]}, but Alfa read ${read}`;
      if (!judged.has(message)) {
        const failed = !same(property, read, shown[property]);
        judged.set(message, failed && { rule: "unread-style", target: element.path(), message });
      }
    }
  }
  return [...judged.values()].filter(Boolean);
}

function same(property, read, shown) {
  if (property === "font-size") {
    return Math.abs(read.value - Number.parseFloat(shown)) < 0.1;
  }
  if (read.type === "keyword") {
    return true; // A colour of the system: no style sheet of ours set it.
  }
  const [mine, browsers] = [read, Color.parse(Lexer.lex(shown)).getUnsafe()[1]].map(channels);
  return mine.every((channel, index) => Math.abs(channel - browsers[index]) < 0.01);
}

function channels(colour) {
  const resolved = colour.resolve().toJSON();
  const alpha = resolved.alpha.value;
  return alpha === 0 ? [0, 0, 0, 0] : [...resolved.sRGB.map(({ value }) => value), alpha];
}
