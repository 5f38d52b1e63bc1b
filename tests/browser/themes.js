// How the colours of a page change when a person picks a theme. themes.py runs this in the page,
// after axe, and calls the functions.

(() => {
  const FIELDS = "input:not([type=checkbox], [type=radio], [type=hidden]), select, textarea";

  /** Shows the page as a person has it who picked the theme. A page that the server makes for this
   * person differs in nothing else; test_access.py holds that. */
  function show(theme) {
    document.documentElement.dataset.theme = theme;
  }

  /** Where each element stands and how large it is, as one text. */
  function boxes() {
    return Array.from(document.body.querySelectorAll("*"), (element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [x, y, width, height].map(Math.round).join();
    }).join(";");
  }

  /** The colours of each element, as one text. */
  function colours() {
    return Array.from(document.querySelectorAll("*"), (element) => {
      const { color, backgroundColor, borderColor, colorScheme } = getComputedStyle(element);
      return [color, backgroundColor, borderColor, colorScheme].join();
    }).join(";");
  }

  /** What the contrast of an element's words depends on: their colour and size, and all that lies
   * behind them. Words that are alike in this have the same contrast. */
  function kind(element) {
    const { color, fontSize, fontWeight, textDecorationLine } = getComputedStyle(element);
    const parts = [element.localName, color, fontSize, fontWeight, textDecorationLine];
    for (let one = element; one !== null; one = one.parentElement) {
      const style = getComputedStyle(one);
      const { backgroundColor, backgroundImage, opacity } = style;
      if (backgroundColor !== "rgba(0, 0, 0, 0)" || backgroundImage !== "none" || opacity !== "1") {
        parts.push(backgroundColor, backgroundImage, opacity);
      }
      // A link is also held against the words that it stands among.
      if (one !== element && one === element.parentElement) parts.push(style.color);
    }
    return parts.join(" ");
  }

  /** Cut down to a dot for the eyes: words for ears only. */
  function isDot(element) {
    const { width, height } = element.getBoundingClientRect();
    const { overflow, clipPath } = getComputedStyle(element);
    return width <= 1 && height <= 1 && (overflow !== "visible" || clipPath !== "none");
  }

  /** The elements that have words of their own to see, by their kind. */
  function words() {
    const kinds = new Map();
    const dots = new Set();
    for (const element of document.body.querySelectorAll("*")) {
      if (dots.has(element.parentElement) || isDot(element)) {
        dots.add(element);
        continue;
      }
      const own = Array.from(element.childNodes).some(
        (node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== "");
      if (!(own || element.matches(FIELDS)) ||
          !element.checkVisibility({ visibilityProperty: true })) continue;
      const name = kind(element);
      kinds.set(name, [...(kinds.get(name) ?? []), element]);
    }
    return kinds;
  }

  /** Asks axe for the contrast of one element of each kind that it has not judged yet. Where axe
   * passes that one by, as a control that is off, it is asked for all of the kind. */
  async function judge(known, rules) {
    const kinds = words();
    const open = new Map([...kinds].filter(([name]) => !known.includes(name)));
    const violations = [];
    const incomplete = [];
    const judged = [];
    for (const of of [(elements) => elements.slice(0, 1), (elements) => elements.slice(1)]) {
      const asked = [...open.values()].flatMap(of);
      if (asked.length === 0) break;
      const answer = await axe.run({ include: asked }, {
        runOnly: { type: "rule", values: rules },
        elementRef: true,
        preload: false,
      });
      violations.push(...answer.violations);
      incomplete.push(...answer.incomplete);
      const told = [...answer.passes, ...answer.violations, ...answer.incomplete]
        .filter(({ id }) => id.startsWith("color-contrast"));
      const seen = new Set(told.flatMap(({ nodes }) => nodes.map(({ element }) => element)));
      for (const [name, elements] of open) {
        if (elements.some((element) => seen.has(element))) {
          judged.push(name);
          open.delete(name);
        }
      }
    }
    for (const { nodes } of [...violations, ...incomplete]) {
      for (const node of nodes) delete node.element;
    }
    return { violations, incomplete, judged };
  }

  return { show, boxes, colours, judge };
})()
