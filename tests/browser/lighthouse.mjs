// Measures the built page with Lighthouse as a phone: node tests/browser/lighthouse.mjs [FOLDER]. No test: the times hang on the
// machine. Lighthouse is no dependency of the project; npx fetches it, or LIGHTHOUSE names its command.
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompressSync, constants } from "node:zlib";
import config from "./playwright.config.mjs";
import { DIST, TYPES } from "./server.mjs";

const folder = process.argv[2] ?? DIST;
const kept = new Map();
// As hosts do: text and code compressed, the icons and the packed data as they are.
const content = (name) => {
  if (!kept.has(name)) {
    const plain = readFileSync(join(folder, name));
    const packs = /\.(html|js|css|wasm|svg|webmanifest|bin)$/.test(name);
    kept.set(name, packs ? brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }) : plain);
  }
  return { body: kept.get(name), packed: !/\.png$/.test(name) };
};
const server = createServer((request, response) => {
  const name = new URL(request.url, "http://localhost").pathname.slice(1) || "index.html";
  if (name.includes("..") || !existsSync(join(folder, name))) return response.writeHead(404).end();
  const { body, packed } = content(name);
  const headers = { "content-type": TYPES[extname(name)] ?? "application/octet-stream", "cache-control": /-[0-9a-f]{12}/.test(name) ? "max-age=31536000, immutable" : "no-cache" };
  response.writeHead(200, packed ? { ...headers, "content-encoding": "br" } : headers).end(body);
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));

const out = mkdtempSync(join(tmpdir(), "factbox-lighthouse-"));
const [command, ...first] = (process.env.LIGHTHOUSE ?? "npx --yes lighthouse@12.2.3").split(" ");
const flags = ["--quiet", "--output=json", `--output-path=${out}/report.json`, `--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-quic`];
try {
  const env = { ...process.env, CHROME_PATH: config.use.launchOptions.executablePath };
  await promisify(execFile)(command, [...first, `http://127.0.0.1:${server.address().port}/`, ...flags], { env, timeout: 240_000 });
  const report = JSON.parse(readFileSync(`${out}/report.json`, "utf8"));
  for (const [name, { score }] of Object.entries(report.categories)) console.log(name.padEnd(16), Math.round(score * 100));
  for (const id of ["first-contentful-paint", "largest-contentful-paint", "interactive", "total-blocking-time", "cumulative-layout-shift", "speed-index", "total-byte-weight"]) {
    console.log(id.padEnd(26), report.audits[id]?.displayValue);
  }
  for (const audit of Object.values(report.audits)) {
    if (audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode !== "informative") console.log("-", audit.id, audit.displayValue ?? "", audit.explanation ?? "");
  }
} finally {
  server.close();
  rmSync(out, { recursive: true });
}
