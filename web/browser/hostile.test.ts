/** Reports are other people's words. Whatever they hold can do nothing, and what could mislead is shown as what it is. */

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DESK, launch, open, settled, unaccessible } from "./desk";

const EVIL = `Outlet: <img src=x onerror=alert(1)>
Published: 2025-02-03
Title: <script>alert(2)</script> \u202etfel ot thgir

At least <b>seven</b> people died, said Ann <script>document.title="taken"</script> Lee, the mayor of Bergen.

"It was <a href="javascript:alert(3)">over</a> by \u202enoon\u202c," said Ann Lee. <iframe src="https://evil.example/"></iframe><style>body{display:none}</style>

قالت السلطات إن سبعة أشخاص لقوا حتفهم. ${"Donaudampfschifffahrts".repeat(30)} was closed on Monday, police said.
`;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test("a report is added by hand, told, and cannot act", { timeout: 120_000 }, async () => {
  const { page, faults } = await open(browser, "/");
  const files = [
    { name: "evil<img src=x onerror=alert(4)>.txt", mimeType: "text/plain", buffer: Buffer.from(EVIL) },
    { name: "empty.txt", mimeType: "text/plain", buffer: Buffer.from("") },
    { name: "undated.txt", mimeType: "text/plain", buffer: Buffer.from("Nobody was hurt when a crane fell in Bergen, the owner said.") },
  ];
  await page.locator("input[type=file]").setInputFiles(files);
  await expect.poll(() => page.locator(".steps li").count(), { timeout: 60_000 }).toBe(3);
  const steps = await page.locator(".steps li").allInnerTexts();
  expect(steps[0]).toContain("1 report added");
  expect(steps[1]).toContain("Nothing was taken");
  expect(steps[2]).toContain("without a day");
  await page.locator(".doing").waitFor({ state: "detached" });

  await page.locator(".searchbox input").fill("mayor Bergen");
  await page.keyboard.press("Enter");
  await page.locator(".hits li > a").last().click();
  const text = page.locator(".report-text");
  await text.waitFor();
  expect(await text.innerText()).toContain('<script>document.title="taken"</script>');
  expect(await text.innerText()).toContain("\ufffdnoon\ufffd");
  expect(await text.locator("script, iframe, img, style, a").count()).toBe(0);
  expect(await page.title()).not.toBe("taken");
  expect(await unaccessible(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  await page.locator(".crumbs a").click();
  await page.locator(".story-head").waitFor();
  for (const tab of await page.locator(".tabs a").all()) {
    await tab.click();
    await settled(page);
  }
  expect(faults).toEqual([]);
  await page.close();
});

test("the policy stops a script that found its way in", async () => {
  const { page } = await open(browser, "/");
  const ran = await page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "document.documentElement.dataset.ran = 'yes'";
    document.body.append(script);
    document.body.insertAdjacentHTML("beforeend", "<img src=nowhere onerror=\"document.documentElement.dataset.ran = 'yes'\">");
    await new Promise((done) => setTimeout(done, 300));
    return document.documentElement.dataset["ran"] ?? "no";
  });
  expect(ran).toBe("no");
  await page.close();
});

test("what the server says is wrong is shown with its remedy", async () => {
  const { page } = await open(browser, "/");
  await page.goto(`${DESK}/story/none`);
  const trouble = page.getByRole("alert");
  await trouble.waitFor();
  expect(await trouble.innerText()).toContain("There is no story 'none'");
  expect(await trouble.innerText()).toContain("Go back to the list of stories");
  await page.close();
});
