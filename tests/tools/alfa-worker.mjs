// One worker of alfa.mjs: it keeps a browser open, and audits the pages that it is given.

import { parentPort, workerData } from "node:worker_threads";

import { Audit } from "@siteimprove/alfa-act";
import { Node } from "@siteimprove/alfa-dom";
import { Playwright } from "@siteimprove/alfa-playwright";
import rules from "@siteimprove/alfa-rules";
import { chromium } from "playwright";

import { flattenStyles, stylesInBrowser, stylesUnread } from "./alfa-styles.mjs";

const browser = await chromium.launch({
  executablePath: workerData.executable,
  args: workerData.arguments,
});

async function audit({ url, width, height, colourScheme, cookies, only }) {
  const started = performance.now();
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: colourScheme,
  });
  try {
    await context.addCookies(
      Object.entries(cookies).map(([name, value]) => ({ name, value, url })),
    );
    const tab = await context.newPage();
    await tab.goto(url);
    // What lies folded takes up room that nobody can press, and is to be checked as well.
    await tab.evaluate(() => {
      for (const folded of document.querySelectorAll("details")) {
        folded.open = true;
      }
    });
    const seen = await tab.evaluate(stylesInBrowser);
    const refused = await tab.evaluate(flattenStyles);
    const page = await Playwright.toPage(await tab.evaluateHandle(() => document));

    const asked = only.length === 0 ? rules : rules.filter(({ uri }) => only.includes(uri));
    const outcomes = [...(await Audit.of(page, asked).evaluate())];
    const having = (...values) => outcomes.filter(({ outcome }) => values.includes(outcome));
    return {
      failures: [
        ...refused.map((message) => ({ rule: "unread-style", target: "css", message })),
        ...stylesUnread(page, seen),
        ...having("failed").map(failure),
      ],
      undecided: having("cantTell").map(undecided),
      rules: new Set(having("passed", "failed", "cantTell").map(({ rule }) => rule.uri)).size,
      seconds: (performance.now() - started) / 1000,
    };
  } finally {
    await context.close();
  }
}

function undecided(outcome) {
  return { rule: outcome.rule.uri, target: describe(outcome.target), message: "undecided" };
}

function failure(outcome) {
  const messages = [...outcome.expectations.values()]
    .filter((expectation) => expectation.isErr())
    .map((expectation) => explain(expectation.getErrUnsafe()));
  return {
    rule: outcome.rule.uri,
    target: describe(outcome.target),
    message: messages.join(" "),
  };
}

/** The message of a diagnostic, with the colours where it is about contrast. */
function explain(diagnostic) {
  const pairs = (diagnostic.pairings ?? []).map(
    (pair) => `${pair.color1.value} on ${pair.color2.value} is ${pair.contrast.toFixed(2)}`,
  );
  return [diagnostic.message, ...pairs].join("; ").replace(/\s+/g, " ");
}

/** A node as its path and the start of its markup; a group as its members. */
function describe(target) {
  if (Node.isNode(target)) {
    return `${target.path()} ${target.toString().replace(/\s+/g, " ").slice(0, 120)}`;
  }
  return Array.from(target, describe).join(", ");
}

parentPort.on("message", async (task) => {
  if (task === null) {
    await browser.close();
    parentPort.close();
    return;
  }
  parentPort.postMessage({ index: task.index, report: await audit(task.page) });
});
