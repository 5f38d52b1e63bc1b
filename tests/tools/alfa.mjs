// Audits pages with Siteimprove Alfa: every rule of levels A, AA and AAA.
//
//   node alfa.mjs job.json
//
// The job is {executable, arguments, workers, pages}: the browser, its arguments, how many pages
// at a time, and a list of {url, width, height, colourScheme, cookies, only}, where "only" holds the
// rules to ask, or is empty for all. The answer, on standard output, is a list in the same order:
// {failures, undecided, rules, seconds} for each page. The exit status is 0 when every page was
// audited, whatever was found.

import { readFile } from "node:fs/promises";
import { Worker } from "node:worker_threads";

const job = JSON.parse(await readFile(process.argv[2], "utf8"));
const reports = new Array(job.pages.length);
let next = 0;

/** Feeds one worker, page after page, until none is left. Alfa is all computing, so each worker
 * has a thread and a browser of its own. */
function serve() {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("alfa-worker.mjs", import.meta.url), {
      workerData: { executable: job.executable, arguments: job.arguments },
    });
    const give = () => {
      const index = next++;
      worker.postMessage(index < reports.length ? { index, page: job.pages[index] } : null);
    };
    worker.on("message", ({ index, report }) => {
      reports[index] = report;
      give();
    });
    worker.on("error", reject);
    worker.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`exit ${code}`))));
    give();
  });
}

await Promise.all(Array.from({ length: Math.min(job.workers, reports.length) }, serve));
process.stdout.write(JSON.stringify(reports));
