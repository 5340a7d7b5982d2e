// Writes the licences of everything that the built app contains beside it.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
const seen = new Set();

function withTheirs(name) {
  if (seen.has(name)) return;
  seen.add(name);
  const own = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));
  for (const next of Object.keys(own.dependencies ?? {})) withTheirs(next);
}

function notice(name) {
  const folder = `node_modules/${name}`;
  const own = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  const file = readdirSync(folder).find((each) => /^(licen[cs]e|copying)/i.test(each));
  const text = file ? readFileSync(`${folder}/${file}`, "utf8").trim() : "";
  return `${name} ${own.version} (${own.license})\n\n${text}\n`;
}

Object.keys(dependencies).forEach(withTheirs);
const rule = `\n${"-".repeat(80)}\n\n`;
const head = "The desk's web app contains the following works.\n";
const map = "Country shapes: Natural Earth (public domain), by way of world-atlas.\n";
writeFileSync(
  "../src/reportedly/server/static/THIRD_PARTY.txt",
  head + map + rule + [...seen].sort().map(notice).join(rule),
);
