// The package as its users meet it, in Node; scripts/package runs it on what it has built.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import init, { explain } from "../../dist-npm/factbox.js";

const ARTICLE =
  "🚨 At least four people were killed and “about two dozen” wounded when drones hit a bakery in Kharkiv overnight, the governor said.";

// Every span of a report.
const spans = function* (value) {
  if (value === null || typeof value !== "object") return;
  if (typeof value.start === "number" && typeof value.text === "string") yield value;
  for (const inner of Object.values(value)) yield* spans(inner);
};

test("before init it says what is missing", () => {
  assert.throws(() => explain(ARTICLE), Error);
});

test("an article is explained, with offsets of JavaScript", async () => {
  await Promise.all([init(), init()]);
  const report = explain(ARTICLE, { published: "2026-03-04", title: "Bakery 🥐 struck" });
  assert.equal(report.schema, "factbox.report/1");
  assert.equal(report.article.offsets, "utf-16");
  const killed = report.casualties.totals.find((total) => total.kind === "killed");
  assert.deepEqual([killed.value.low, killed.value.bound], [4, "at_least"]);
  assert.equal(report.places[0].name, "Kharkiv");
  const all = [...spans(report)].filter((span) => !span.in_title);
  assert.ok(all.length > 3);
  for (const span of all) assert.equal(ARTICLE.slice(span.start, span.end), span.text);
});

test("any string is a text", () => {
  for (const text of ["", "\0", "\ud800 killed two people \udfff", "killed ".repeat(2000)]) {
    for (const span of spans(explain(text))) assert.equal(text.slice(span.start, span.end).toWellFormed?.() ?? span.text, span.text);
  }
});

test("wrong arguments are told", () => {
  assert.throws(() => explain(5), TypeError);
  assert.throws(() => explain(ARTICLE, { published: "soon" }), /YYYY-MM-DD/);
});

test("the types name every field of a report", async () => {
  const types = await readFile(new URL("../../dist-npm/factbox.d.ts", import.meta.url), "utf8");
  for (const name of Object.keys(explain(ARTICLE))) assert.match(types, new RegExp(`^  ${name}\\??:`, "m"));
});
