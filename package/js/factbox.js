// Factbox: reads a news article and returns what it says. Nothing is sent anywhere.
//
//   import init, { explain } from "factbox";
//   await init();
//   const report = explain(text, { title, published: "2026-03-04" });

import start, { explainAsJson, openGazetteer } from "./engine.js";

let ready;

// The bytes of a file beside this module: fetched in a browser, read from the disk in Node.
const bytes = async (source) => {
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return source;
  const url = new URL(source, import.meta.url);
  if (url.protocol === "file:" && typeof process !== "undefined") {
    const { readFile } = await import(/* @vite-ignore */ /* webpackIgnore: true */ "node:fs/promises");
    return readFile(url);
  }
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} could not be fetched: ${response.status}`);
  return response.arrayBuffer();
};

const load = async ({ wasm, gazetteer }) => {
  const [engine, places] = await Promise.all([
    bytes(wasm ?? new URL("./engine_bg.wasm", import.meta.url)),
    gazetteer === null ? null : bytes(gazetteer ?? new URL("./gazetteer.bin", import.meta.url)),
  ]);
  await start({ module_or_path: engine });
  if (places) openGazetteer(places instanceof ArrayBuffer ? new Uint8Array(places) : places);
};

/** Loads the engine and the places, once; `gazetteer: null` leaves the places out. */
export default function init(options = {}) {
  ready ??= load(options).catch((error) => {
    ready = undefined;
    throw error;
  });
  return ready;
}

/** What `text` says. Offsets of spans are those of JavaScript strings: `text.slice(span.start, span.end) === span.text`. */
export function explain(text, { title, published } = {}) {
  if (typeof text !== "string") throw new TypeError("explain: the text must be a string");
  try {
    // A lone surrogate is read as the replacement character, which has its length.
    return JSON.parse(explainAsJson(text, title ?? undefined, published ?? undefined));
  } catch (error) {
    throw error instanceof Error ? error : new Error(`explain: ${error}`);
  }
}
