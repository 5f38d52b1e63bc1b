// What only a laid-out page can tell: sizes, edges and rings. geometry.py runs this in the page and
// calls the functions. Each returns a list of {target, message}.

(() => {
  const CONTROLS = "a[href], button, input, select, textarea, summary";

  /** An element as a person would point at it in the markup. */
  function describe(element) {
    const markup = element.cloneNode(false).outerHTML.replace(/<\/[^>]*>$/, "");
    const words = (element.innerText ?? "").replace(/\s+/g, " ").trim().slice(0, 40);
    return `${markup.slice(0, 120)} ${words}`.trim();
  }

  function shown(element) {
    return element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  }

  /** In the page for screen readers, but cut down to a dot for the eyes. */
  function forEarsOnly(element) {
    for (let one = element; one !== null; one = one.parentElement) {
      const box = one.getBoundingClientRect();
      const style = getComputedStyle(one);
      const cut = style.overflow !== "visible" || style.clipPath !== "none";
      if (cut && box.width <= 1 && box.height <= 1) return true;
    }
    return false;
  }

  /** A link with words beside it that are not links: part of a sentence. */
  function inSentence(link) {
    if (link.localName !== "a" || getComputedStyle(link).display !== "inline") return false;
    let block = link.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    const words = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
      const word = words.currentNode;
      const around = word.parentElement;
      if (/[\p{L}\p{N}]/u.test(word.data) && around.closest(CONTROLS) === null &&
          shown(around) && !forEarsOnly(around)) return true;
    }
    return false;
  }

  /** What is pressed: the label, where the field itself is drawn for ears only. */
  function pressed(control) {
    const hidden = !shown(control) || forEarsOnly(control);
    return hidden ? Array.from(control.labels ?? []).find(shown) : control;
  }

  function smallControls(least) {
    const failures = [];
    for (const control of document.querySelectorAll(CONTROLS)) {
      const target = pressed(control);
      if (target === undefined || !shown(target) || forEarsOnly(target)) continue;
      const { width, height } = target.getBoundingClientRect();
      // A layout in fractions of a pixel may lose a tiny part of one.
      if (Math.min(width, height) + 0.01 >= least || inSentence(control)) continue;
      failures.push({
        target: describe(control),
        message: `${width.toFixed(1)} by ${height.toFixed(1)} px, not ${least} by ${least}`,
      });
    }
    return failures;
  }

  function sidewaysScroll() {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const failures = [];
    for (const element of document.body.querySelectorAll("*")) {
      const { left, right, width } = element.getBoundingClientRect();
      if (width > 0 && (right > clientWidth + 1 || left < -1)) {
        failures.push({
          target: describe(element),
          message: `from ${left.toFixed(0)} to ${right.toFixed(0)} px,` +
            ` on a page ${clientWidth} px wide that scrolls to ${scrollWidth}`,
        });
      }
    }
    const whole = { target: "html", message: `${scrollWidth} px on a page ${clientWidth} px wide` };
    return failures.length > 0 ? failures : [whole];
  }

  /** The spacing of WCAG 2.2, criterion 1.4.12, as a person's own style sheet would set it. */
  function spaceText() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important;
          word-spacing: 0.16em !important }
      p { margin-block-end: 2em !important }`);
    document.adoptedStyleSheets.push(sheet);
  }

  function unspaceText() {
    document.adoptedStyleSheets.pop();
  }

  /** The elements around text that cut off what runs out of their boxes. */
  function* cutters(element) {
    for (let one = element; one !== document.body; one = one.parentElement) {
      const style = getComputedStyle(one);
      const across = /hidden|clip/.test(style.overflowX);
      const down = /hidden|clip/.test(style.overflowY);
      if (across || down) yield { one, across, down };
    }
  }

  function clippedText() {
    const failures = new Map();
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (words.nextNode()) {
      const element = words.currentNode.parentElement;
      if (words.currentNode.data.trim() === "" || !shown(element) || forEarsOnly(element)) continue;
      range.selectNodeContents(words.currentNode);
      const text = range.getBoundingClientRect();
      if (text.width === 0) continue;
      // The box of a line of text has room above and below the letters, which may be lost.
      const room = 0.25 * Number.parseFloat(getComputedStyle(element).fontSize);
      for (const { one, across, down } of cutters(element)) {
        const box = one.getBoundingClientRect();
        if ((across && (text.left < box.left - 1 || text.right > box.right + 1)) ||
            (down && (text.top < box.top - room || text.bottom > box.bottom + room))) {
          failures.set(one, `cuts off “${words.currentNode.data.trim().slice(0, 40)}”`);
        }
      }
      const block = own(element);
      const frame = block.getBoundingClientRect();
      if (text.bottom > frame.bottom + room || text.right > frame.right + 1 ||
          text.left < frame.left - 1) {
        failures.set(block, `“${words.currentNode.data.trim().slice(0, 40)}” runs out of its box`);
      }
    }
    return Array.from(failures, ([one, message]) => ({ target: describe(one), message }));
  }

  /** The box that text stands in: the first around it that is not a part of a line. */
  function own(element) {
    let block = element;
    while (/^(inline|contents)$/.test(getComputedStyle(block).display)) block = block.parentElement;
    return block;
  }

  const visited = new Set();
  let last = null;

  /** The red, green, blue and opacity of a computed colour. */
  function channels(colour) {
    const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
    return { red, green, blue, alpha };
  }

  /** The contrast of two colours, from 1 to 21 (WCAG 2.2). */
  function contrast(one, other) {
    const [darker, lighter] = [one, other].map((colour) => {
      const { red, green, blue } = channels(colour);
      const [r, g, b] = [red, green, blue].map((channel) =>
        channel <= 10 ? channel / 3294.6 : ((channel / 255 + 0.055) / 1.055) ** 2.4);
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    }).sort((a, b) => a - b);
    return (lighter + 0.05) / (darker + 0.05);
  }

  /** The colours that the ring around an element is seen on, at its corners and sides. */
  function behind(element, reach) {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const across = [left - reach, (left + right) / 2, right + reach];
    const down = [top - reach, (top + bottom) / 2, bottom + reach];
    const colours = new Set();
    for (const x of across) {
      for (const y of down) {
        const around = document.elementsFromPoint(x, y).filter((one) => !element.contains(one));
        const back = around.map((one) => getComputedStyle(one).backgroundColor);
        const shown = back.find((colour) => channels(colour).alpha === 1);
        if (shown !== undefined && (x !== across[1] || y !== down[1])) colours.add(shown);
      }
    }
    return [...colours];
  }

  /** The least contrast of the ring with what is behind it. There are two rings, the outline and
   * the shadow, so that the better one counts. */
  function ringContrast(element) {
    const { outlineColor, outlineWidth, outlineOffset, boxShadow } = getComputedStyle(element);
    const rings = [outlineColor];
    const shadow = boxShadow.match(/^(rgba?\([^)]*\)) 0px 0px 0px ([\d.]+)px$/);
    if (shadow !== null && Number(shadow[2]) >= 2) rings.push(shadow[1]);
    const reach = Number.parseFloat(outlineOffset) + Number.parseFloat(outlineWidth) + 1;
    return Math.min(...behind(element, reach).map((colour) =>
      Math.max(...rings.map((ring) => contrast(ring, colour)))));
  }

  /** The themes in which the ring does not stand out 3 to 1 from what is behind it. */
  function paleRings(element, themes) {
    const root = document.documentElement;
    const own = root.dataset.theme;
    const pale = themes.filter((theme) => {
      if (theme !== "") root.dataset.theme = theme;
      return ringContrast(element) < 3;
    });
    if (own === undefined) delete root.dataset.theme;
    else root.dataset.theme = own;
    return pale;
  }

  /** How the control that has the focus shows it; null when the focus is on none, or comes round
   * again. A date field has several stops inside of it, and is judged at the first. */
  function focusStop(themes) {
    const element = document.activeElement;
    if (element === last) return { stays: true, fault: null };
    if (element === document.body || visited.has(element)) return null;
    last = element;
    visited.add(element);
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const faults = [];
    const drawn = style.outlineStyle !== "none" && channels(style.outlineColor).alpha > 0;
    const ring = drawn ? Number.parseFloat(style.outlineWidth) : 0;
    if (ring < 2) faults.push(`its outline is ${ring} px, not 2`);
    for (const theme of ring < 2 ? [] : paleRings(element, themes)) {
      faults.push(`its outline is pale ${theme && `in ${theme}`}`.trim());
    }
    if (box.width < 2 || box.height < 2 || !shown(element)) faults.push("it is not to be seen");
    if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) {
      faults.push("it is outside of the window");
    }
    const message = `With the focus, ${faults.join(" and ")}`;
    return {
      stays: false,
      fault: faults.length > 0 ? { target: describe(element), message } : null,
    };
  }

  /** Controls that Tab should have come to, and did not. Of a group of radios it comes to one. */
  function neverFocused() {
    const failures = [];
    for (const control of document.querySelectorAll(CONTROLS)) {
      const stop = control.tabIndex >= 0 && !control.matches(":disabled") && shown(control);
      if (!stop || visited.has(control) || sharesGroup(control)) continue;
      failures.push({ target: describe(control), message: "Tab never comes to it" });
    }
    return failures;
  }

  function sharesGroup(control) {
    return control.type === "radio" && Array.from(visited).some((other) =>
      other.type === "radio" && other.name === control.name && other.form === control.form);
  }

  return { smallControls, sidewaysScroll, spaceText, unspaceText, clippedText, focusStop,
           neverFocused };
})()
