import { chromium } from "playwright-core";
const D = "http://127.0.0.1:8931";
const list = await (await fetch(D + "/api/stories")).json();
const id = encodeURIComponent(list.stories[0].id);
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox","--disable-gpu"] });
const plan = process.argv.slice(2);
async function page(width, dark) {
  const p = await b.newPage({ viewport: { width, height: 950 }, colorScheme: dark ? "dark" : "light", reducedMotion: "reduce" });
  p.on("console", (m) => m.type() === "error" && console.log("console", m.text()));
  p.on("pageerror", (e) => console.log("error", e.message));
  await p.goto(`${D}/story/${id}/review`); await p.locator(".review-item").first().waitFor();
  return p;
}
const wide = await page(1440, false);
await wide.screenshot({ path: "/tmp/review/w1.png" });
await wide.keyboard.press("j"); await wide.keyboard.press("j"); await wide.keyboard.press("j"); await wide.keyboard.press("j");
await wide.keyboard.press("d"); await wide.waitForTimeout(200);
await wide.screenshot({ path: "/tmp/review/w2.png" });
await wide.keyboard.press("Escape"); 
const narrow = await page(390, true);
await narrow.screenshot({ path: "/tmp/review/n1.png", fullPage: false });
await narrow.getByRole("button", { name: /Change the place/ }).first().click(); await narrow.waitForTimeout(200);
await narrow.screenshot({ path: "/tmp/review/n2.png", fullPage: false });
await b.close();
