// Writes the package.json of the npm package, with the version of Cargo.toml.

import { readFileSync } from "node:fs";

const version = /^version = "(.+)"$/m.exec(readFileSync(process.argv[2], "utf8"))[1];
const manifest = {
  name: "factbox",
  version,
  description: "Reads a news article about attacks or disasters and returns what it says: casualties, places, weapons, damage, statements.",
  license: "MIT OR Apache-2.0",
  type: "module",
  exports: {
    ".": { types: "./factbox.d.ts", default: "./factbox.js" },
    "./engine_bg.wasm": "./engine_bg.wasm",
    "./gazetteer.bin": "./gazetteer.bin",
  },
  types: "./factbox.d.ts",
  sideEffects: false,
  engines: { node: ">=18" },
  files: ["factbox.js", "factbox.d.ts", "engine.js", "engine_bg.wasm", "gazetteer.bin", "LICENSE-MIT", "LICENSE-APACHE"],
};
console.log(JSON.stringify(manifest, null, 2));
