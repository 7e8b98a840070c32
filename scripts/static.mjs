// Serves a folder as a plain static host does, on this machine only: node scripts/static.mjs [--port N] [--base /some/path/] FOLDER
// `--base` puts the folder under a path; everything outside of it is not found.

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { pipeline } from "node:stream";
import { parseArgs } from "node:util";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};
const HOST = "127.0.0.1";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { port: { type: "string", default: "8080" }, base: { type: "string", default: "/" } },
});
const folder = resolve(positionals[0] ?? "dist");
const base = `/${values.base}/`.replace(/\/+/g, "/");

// The file that a URL path names, or null.
async function fileOf(path) {
  if (!path.startsWith(base)) return null;
  let file = join(folder, path.slice(base.length));
  if (path.endsWith("/")) file = join(file, "index.html");
  if (!file.startsWith(folder + sep)) return null;
  const found = await stat(file).catch(() => null);
  return found?.isFile() ? { file, size: found.size } : null;
}

const server = createServer(async (request, response) => {
  if (request.method !== "GET" && request.method !== "HEAD") return response.writeHead(405, { allow: "GET, HEAD" }).end();
  let path;
  try {
    path = decodeURIComponent(new URL(request.url, `http://${HOST}`).pathname);
  } catch {
    return response.writeHead(400).end();
  }
  if (`${path}/` === base) return response.writeHead(301, { location: base }).end();
  const found = path.includes("\0") ? null : await fileOf(path);
  if (!found) return response.writeHead(404, { "content-type": "text/plain" }).end("not found\n");
  response.writeHead(200, {
    "content-type": TYPES[extname(found.file)] ?? "application/octet-stream",
    "content-length": found.size,
    "cache-control": "no-cache",
  });
  if (request.method === "HEAD") return response.end();
  pipeline(createReadStream(found.file), response, () => {});
});

server.on("error", (error) => {
  const why = error.code === "EADDRINUSE" ? "it is taken; choose another with --port" : error.message;
  console.error(`error: port ${values.port} cannot be served: ${why}`);
  process.exit(1);
});
server.listen(Number(values.port), HOST, () => {
  console.log(`Factbox is on http://${HOST}:${server.address().port}${base} (Ctrl+C ends it)`);
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));
