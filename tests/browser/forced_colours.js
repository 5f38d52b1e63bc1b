// What is left of controls where the device sets the colours. test_forced_colours.py calls these.

(() => {
  const CONTROLS = "a[href], button, input, select, textarea, summary, label";
  const SIDES = ["inline-start", "inline-end", "block-start", "block-end"];
  const LOOKS = [
    "color", "background-color", "border-color", "border-style", "border-width", "outline-style",
    "outline-width", "font-weight", "text-decoration-line", "content",
  ];
  let edged = [];

  function hasEdge(element) {
    const style = getComputedStyle(element);
    return SIDES.every((side) =>
      style.getPropertyValue(`border-${side}-style`) !== "none" &&
      Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) >= 1 &&
      !/^rgba.*, 0\)$/.test(style.getPropertyValue(`border-${side}-color`)));
  }

  /** Remembers which controls have an edge all around; returns how many. */
  function noteEdges() {
    edged = Array.from(document.querySelectorAll(CONTROLS)).filter(hasEdge);
    return edged.length;
  }

  /** The controls that had an edge, and have none that could be seen. */
  function lostEdges() {
    return edged
      .filter((element) => !hasEdge(element) || getComputedStyle(element).borderBlockStartColor ===
        getComputedStyle(element).backgroundColor)
      .map((element) => element.outerHTML.slice(0, 120));
  }

  /** How the first element that the selector finds is shown, with what stands before and after.
   * Where nothing is behind it, it has the colour of the page. */
  function looks(selector) {
    const element = document.querySelector(selector);
    const ground = getComputedStyle(document.documentElement).backgroundColor;
    return [null, "::before", "::after"].map((part) => {
      const style = getComputedStyle(element, part);
      const shown = LOOKS.map((property) => style.getPropertyValue(property)).join("; ");
      return shown.replace(/rgba\([^)]*, 0\)/g, ground);
    });
  }

  /** Puts a fault into the page. */
  function plant(css) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
  }

  return { noteEdges, lostEdges, looks, plant };
})()
