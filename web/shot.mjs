import { chromium } from "playwright-core";
const D = "http://127.0.0.1:8931";
const list = await (await fetch(D + "/api/stories")).json();
const id = encodeURIComponent(list.stories[0].id);
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox","--disable-gpu"] });
async function page(width, dark) {
  const p = await b.newPage({ viewport: { width, height: 950 }, colorScheme: dark ? "dark" : "light", reducedMotion: "reduce" });
  p.on("console", (m) => m.type() === "error" && console.log("console", m.text()));
  p.on("pageerror", (e) => console.log("error", e.message));
  await p.goto(`${D}/story/${id}/review`); await p.locator(".review-item").first().waitFor();
  return p;
}
const wide = await page(1440, false);
const pair = wide.locator(".review-item", { hasText: "One event or two" }).first();
await pair.locator(".review-head").click(); await wide.getByRole("button", { name: /Keep apart/ }).click();
await wide.getByRole("button", { name: "Keep the decision" }).click(); await wide.waitForTimeout(200);
await pair.scrollIntoViewIfNeeded(); await wide.screenshot({ path: "/tmp/review/w3.png" });
const dark = await page(1440, true);
await dark.getByLabel("Who decides").last().fill("Ada Editor");
await dark.getByRole("button", { name: /^Confirm/ }).first().click();
await dark.getByText(/^Kept/).waitFor({ timeout: 60000 }); await dark.waitForTimeout(500);
await dark.screenshot({ path: "/tmp/review/w4.png" });
await dark.goto(`${D}/story/${id}`); await dark.locator(".brief li").first().waitFor(); await dark.screenshot({ path: "/tmp/review/w5.png" });
const narrow = await page(390, false);
const ev = narrow.locator(".review-item", { hasText: /Event ·/ }).first();
await ev.locator(".review-head").click(); await narrow.getByRole("button", { name: /Take apart|Change the place/ }).first().click(); await narrow.waitForTimeout(200);
await narrow.screenshot({ path: "/tmp/review/n3.png", fullPage: true });
await b.close();
