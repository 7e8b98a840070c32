// Weighs the built page as a visitor loads it, packed by brotli, against budgets.json: node scripts/budgets.mjs [FOLDER].
// Figures are kB of 1,000 bytes. `at_most` fails; `goal` is what the page is to come to, and is told where it is missed.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const folder = process.argv[2] ?? "dist";
const budgets = JSON.parse(readFileSync(new URL("budgets.json", import.meta.url), "utf8"));
const names = readdirSync(folder);
const weight = (name) => {
  const plain = readFileSync(join(folder, name));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
  return brotliCompressSync(plain, { params }).length / 1000;
};

let over = 0;
for (const { what, files, at_most, goal } of budgets) {
  let sum = 0;
  for (const pattern of files) {
    const [before, after] = pattern.split("*");
    const found = names.filter((name) => (after === undefined ? name === before : name.startsWith(before) && name.endsWith(after)));
    if (found.length === 0) throw new Error(`${folder} has no ${pattern}: build the page first, or look at scripts/budgets.json`);
    for (const name of found) sum += weight(name);
  }
  const held = sum <= at_most;
  if (!held) over += 1;
  const missed = goal !== null && sum > goal ? `, goal ${goal} missed` : "";
  console.log(`${held ? "ok  " : "OVER"} ${sum.toFixed(1).padStart(7)} kB of ${at_most}: ${what}${missed}`);
}
process.exit(over ? 1 : 0);
