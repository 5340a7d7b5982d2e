/** What the browser's tests share: a browser, the desk's address, and a page that notes whatever goes wrong on it. */

import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";

export const DESK = process.env["DESK"] ?? "http://127.0.0.1:8017";
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium", args: FLAGS });
}

export interface Watched {
  readonly page: Page;
  /** Errors of scripts, breaches of the policy, answers of 400 and above, and addresses beyond the desk. */
  readonly faults: string[];
}

export async function open(browser: Browser, path: string, options: { width?: number; dark?: boolean } = {}): Promise<Watched> {
  const page = await browser.newPage({
    viewport: { width: options.width ?? 1440, height: 900 },
    colorScheme: options.dark ? "dark" : "light",
    reducedMotion: "reduce",
    bypassCSP: false,
  });
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("dialog", (dialog) => { faults.push(`dialog: ${dialog.message()}`); void dialog.dismiss(); });
  page.on("request", (request) => { if (!/^(blob:|data:)/.test(request.url()) && !request.url().startsWith(DESK)) faults.push(`left the desk for ${request.url()}`); });
  await visit(page, path);
  return { page, faults };
}

export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(DESK + path);
  await page.locator("h1").first().waitFor();
  await settled(page);
}

/** Wait until nothing is on its way any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.querySelector(".loading, [aria-busy='true']"));
}

/** What axe finds at WCAG 2.2 A and AA, each on a line. Its script enters past the page's policy, as a debugger does. */
export async function unaccessible(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (only) => {
    const run = (globalThis as unknown as { axe: typeof axe }).axe.run;
    const found = await run(document, { runOnly: only });
    return found.violations.map((rule) => `${rule.impact} ${rule.id}: ${rule.nodes.slice(0, 3).map((node) => node.target.join(" ")).join(" | ")}`);
  }, [...(rules ?? ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])]);
}

/** The first story that the desk lists. */
export async function firstStory(): Promise<string> {
  const list = (await (await fetch(`${DESK}/api/stories`)).json()) as { stories: { id: string }[] };
  return list.stories[0]?.id ?? "";
}
