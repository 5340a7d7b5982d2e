// How soon the desk's pages stand in a real browser: node scripts/pace.mjs DESK PATH SELECTOR [PATH SELECTOR ...]
// Prints a JSON line for each: milliseconds from the start of the navigation until the selector is there, in a browser
// that has kept nothing and in one that has kept the app, and the largest answer in bytes.
import { chromium } from "playwright-core";

const [desk, ...pairs] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
});

async function stand(page, path, selector) {
  const sizes = [];
  const note = async (answer) => sizes.push([(await answer.body().catch(() => Buffer.alloc(0))).length, answer.url()]);
  page.on("response", note);
  await page.goto(desk + path, { waitUntil: "commit" });
  await page.locator(selector).first().waitFor({ state: "attached", timeout: 60_000 });
  const milliseconds = Math.round(await page.evaluate(() => globalThis.stood));
  await page.waitForLoadState("networkidle");
  page.off("response", note);
  const [bytes, largest] = sizes.sort((one, other) => other[0] - one[0])[0] ?? [0, ""];
  const nodes = await page.evaluate(() => document.querySelectorAll("*").length);
  return { milliseconds, bytes, largest: largest.replace(desk, ""), nodes };
}

/** Runs in the page: note when the selector is first there, in milliseconds from the start of the navigation. */
function watch(wanted) {
  new MutationObserver((_changes, watching) => {
    if (!document.querySelector(wanted)) return;
    globalThis.stood = performance.now();
    watching.disconnect();
  }).observe(document, { childList: true, subtree: true });
}

for (let place = 0; place < pairs.length; place += 2) {
  const [path, selector] = pairs.slice(place, place + 2);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addInitScript(watch, selector);
  const page = await context.newPage();
  const first = await stand(page, path, selector);
  await page.goto("about:blank");
  const again = await stand(page, path, selector);
  console.log(JSON.stringify({ path, first: first.milliseconds, again: again.milliseconds, bytes: first.bytes, largest: first.largest, nodes: first.nodes }));
  await context.close();
}
await browser.close();
