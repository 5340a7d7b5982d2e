// The pictures of the documentation, from an open desk over the example story: node scripts/pictures.mjs DESK FOLDER
import { chromium } from "playwright-core";

const [desk, folder] = process.argv.slice(2);
const PICTURES = {
  brief: { path: "", wait: ".brief li" },
  timeline: { path: "/timeline", wait: ".lane" },
  figures: { path: "/figures", wait: ".series" },
  claims: { path: "/claims", wait: ".board td" },
  map: { path: "/map", wait: ".map .land" },
  ask: { path: "/ask?q=How+many+people+were+killed%3F", wait: ".reply .first", height: 620 },
  changes: { path: "/changes", wait: ".changes li", height: 640, dark: true },
};

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const list = await (await fetch(`${desk}/api/stories`)).json();
const story = `/story/${encodeURIComponent(list.stories[0].id)}`;
for (const [name, { path, wait, height = 900, dark = false }] of Object.entries(PICTURES)) {
  const page = await browser.newPage({ viewport: { width: 1280, height }, colorScheme: dark ? "dark" : "light", reducedMotion: "reduce" });
  await page.goto(desk + story + path);
  await page.locator(wait).first().waitFor({ state: "attached" });
  await page.waitForFunction(() => !document.querySelector(".loading, [aria-busy='true']"));
  await page.evaluate(() => document.fonts.ready);
  if (name === "brief") {
    await page.locator(".brief .cite").nth(4).hover();
    await page.locator(".passage-card mark").first().waitFor();
  }
  await page.screenshot({ path: `${folder}/desk-${name}.png` });
  await page.close();
}
await browser.close();
