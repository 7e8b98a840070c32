// Runs after every Trunk build: gives the files that Trunk does not hash names made from their content, so that page,
// worker, styles, gazetteer and map of two builds never mix in a cache. Also joins the stylesheets into one file and tells
// the service worker which files there are.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

const out = process.env.TRUNK_STAGING_DIR ?? "dist";
const source = process.env.TRUNK_SOURCE_DIR ?? ".";

// The sheets of the first screen, in this order. The others, by name and paper last, are one file that comes with the findings.
const FIRST_STYLES = ["tokens.css", "base.css", "layout.css", "about.css", "input.css"];
const GAZETTEER = join(source, "data/gazetteer/gazetteer.bin");
const MAP = join(source, "data/map/world.bin");

const stamp = (name, content) => {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 16);
  const dot = name.lastIndexOf(".");
  const stamped = `${name.slice(0, dot)}-${hash}${name.slice(dot)}`;
  writeFileSync(join(out, stamped), content);
  return stamped;
};

const replaceOnce = (text, from, to) => {
  if (!text.includes(from)) throw new Error(`stamp.mjs: “${from}” is not where it should be; look at index.html and Trunk.toml`);
  return text.replace(from, to);
};

const STYLES = join(source, "style");
const styles = (names) => {
  const all = names.map((name) => readFileSync(join(STYLES, name), "utf8")).join("\n");
  return all.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\n\s*\n+/g, "\n").trim() + "\n";
};

// `starts`: whether the script starts itself. A worker has nobody else to call its start; the page calls that of the findings.
const wasm = (name, starts) => {
  const [code, script] = [`${name}_bg.wasm`, `${name}.js`];
  const stamped = stamp(code, readFileSync(join(out, code)));
  const glue = readFileSync(join(out, script), "utf8").replaceAll(code, stamped);
  for (const file of [code, script]) rmSync(join(out, file));
  return stamp(script, starts ? `${glue}\n__wbg_init();\n` : glue);
};

let page = readFileSync(join(out, "index.html"), "utf8");
// A file that the page fetches where it is there, and does without where it is not.
const fetched = (attribute, name, path) => (existsSync(path) ? ` ${attribute}="${stamp(name, readFileSync(path))}"` : "");
const samples = () => {
  const folder = join(source, "data/samples");
  const texts = readdirSync(folder).sort().map((name) => [name.replace(/\.txt$/, ""), readFileSync(join(folder, name), "utf8")]);
  return ` data-samples="${stamp("samples.json", JSON.stringify(Object.fromEntries(texts)))}"`;
};
const shelf = ` data-shelf="${stamp("shelf.js", readFileSync(join(source, "shelf.js")))}"`;
const data = fetched("data-gazetteer", "gazetteer.bin", GAZETTEER) + fetched("data-map", "map.bin", MAP) + shelf + samples();
const PAPER = "print.css";
const rest = readdirSync(STYLES).filter((name) => name.endsWith(".css") && name !== PAPER && !FIRST_STYLES.includes(name));
const later = [...rest.sort(), PAPER];
page = replaceOnce(page, 'data-worker="worker.js"', `data-worker="${wasm("worker", true)}"${data}`);
page = replaceOnce(page, 'data-opener="opener.js"', `data-opener="${wasm("opener", true)}"`);
page = replaceOnce(page, 'data-findings="findings.js"', `data-findings="${wasm("findings", false)}" data-findings-style="${stamp("findings.css", styles(later))}"`);
page = replaceOnce(page, 'src="boot.js"', `src="${stamp("boot.js", readFileSync(join(source, "boot.js")))}"`);
page = replaceOnce(page, 'href="style.css"', `href="${stamp("style.css", styles(FIRST_STYLES))}"`);
writeFileSync(join(out, "index.html.new"), page);
renameSync(join(out, "index.html.new"), join(out, "index.html"));

// The service worker's name must stay; what it keeps is named by the build that it belongs to.
const kept = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const files = kept.map((entry) => relative(out, join(entry.parentPath ?? entry.path, entry.name)).replaceAll("\\", "/")).sort();
const build = createHash("sha256");
for (const file of files) build.update(file).update(readFileSync(join(out, file)));
let service = readFileSync(join(source, "sw.js"), "utf8");
service = replaceOnce(service, 'const BUILD = "";', `const BUILD = "${build.digest("hex").slice(0, 16)}";`);
service = replaceOnce(service, "const FILES = [];", `const FILES = ${JSON.stringify(files)};`);
writeFileSync(join(out, "sw.js"), service);
