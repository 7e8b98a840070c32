// The shipped engine beside other readers of English, in one process, on the same invented articles:
//   scripts/package && npm --prefix bench ci && node --expose-gc bench/speed.mjs
// Bytes a second, the best of several rounds, and how many times those of wink-nlp Factbox reads. The others tag words, find
// entities or dates; Factbox writes its whole report.

import { readFile } from "node:fs/promises";
import { performance } from "node:perf_hooks";
import * as chrono from "chrono-node";
import nlp from "compromise";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import init, { explain } from "../dist-npm/factbox.js";

const SIZES = [1_000, 4_000, 20_000, 200_000];
const ROUNDS = 7;
// Every reader reads for a while before it is timed, so that what the engine of JavaScript makes fast is fast.
const WARM_MS = Number(process.env.WARM_MS ?? 4_000);

const source = await readFile(new URL("articles.txt", import.meta.url), "utf8");
const articles = (size) => source.repeat(Math.ceil(size / source.length)).slice(0, size);

const began = performance.now();
await init();
const loaded = performance.now();
explain(articles(4_000), { published: "2026-03-04" });
const first = performance.now() - loaded;
console.log(`Factbox: engine and places loaded in ${(loaded - began).toFixed(0)} ms, first 4 kB read in ${first.toFixed(1)} ms\n`);

const wink = winkNLP(model);
const { its } = wink;
const reference = new Date(2026, 2, 4);
const READERS = {
  Factbox: (text) => explain(text, { published: "2026-03-04" }).casualties.counts.length,
  "wink-nlp": (text) => {
    const doc = wink.readDoc(text);
    return doc.entities().out(its.detail).length + doc.tokens().out(its.pos).length + doc.sentences().length();
  },
  compromise: (text) => {
    const doc = nlp(text);
    return doc.people().json().length + doc.places().json().length + doc.numbers().json().length;
  },
  "chrono-node": (text) => chrono.parse(text, reference).length,
};

// Milliseconds of one reading, over at least 50 of them.
const once = (read, text) => {
  globalThis.gc?.();
  const start = performance.now();
  let times = 0;
  do {
    read(text);
    times += 1;
  } while (performance.now() - start < 50);
  return (performance.now() - start) / times;
};

for (const read of Object.values(READERS)) {
  const start = performance.now();
  while (performance.now() - start < WARM_MS) read(articles(4_000));
}

const pad = (cell) => String(cell).padStart(14);
console.log(`${"MB/s".padEnd(12)}${SIZES.map(pad).join("")}`);
// The readers take turns, so that what else the machine does meets them all; the best round of each counts.
const best = Object.fromEntries(Object.keys(READERS).map((name) => [name, SIZES.map(() => Infinity)]));
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [i, size] of SIZES.entries()) {
    for (const [name, read] of Object.entries(READERS)) best[name][i] = Math.min(best[name][i], once(read, articles(size)));
  }
}
const rates = {};
for (const name of Object.keys(READERS)) {
  rates[name] = SIZES.map((size, i) => Buffer.byteLength(articles(size)) / 1e3 / best[name][i]);
  console.log(`${name.padEnd(12)}${rates[name].map((rate) => pad(rate.toFixed(3))).join("")}`);
}
console.log();
for (const other of Object.keys(READERS).slice(1)) {
  const ratios = rates.Factbox.map((rate, i) => pad((rate / rates[other][i]).toFixed(2)));
  console.log(`${`by ${other}`.padEnd(12)}${ratios.join("")}`);
}
