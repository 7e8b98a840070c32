// Reads the first-level regions of gazetteer.bin, so that the map's codes are those of the reports.
// The layout is documented in engine/src/gazetteer/unpack.rs and written by scripts/gazetteer_build/writer.py.
import { readFileSync } from "node:fs";

const HEAD = 24;
const SECTIONS = 10;
const [COUNTRIES, REGIONS, IDS, TEXT] = [0, 1, 8, 9];

// [{ code: "UA-51" or "", country: "UA", id: GeoNames id or 0, name }]
export const regions = (path) => {
  const file = readFileSync(path);
  if (file.toString("latin1", 0, 4) !== "FBXP" || file.readUInt16LE(4) !== 1 || file.readUInt16LE(6) !== SECTIONS) {
    throw new Error(`${path} is no gazetteer of the version that scripts/map_build/gazetteer.mjs reads`);
  }
  const [countryCount, regionCount, places] = [8, 12, 16].map((at) => file.readUInt32LE(at));
  const section = (i) => {
    const at = file.readUInt32LE(HEAD + 8 * i);
    return file.subarray(at, at + file.readUInt32LE(HEAD + 8 * i + 4));
  };
  const [countries, rows, ids, text] = [COUNTRIES, REGIONS, IDS, TEXT].map(section);
  const all = Array.from({ length: regionCount }, (_, r) => {
    const country = countries.toString("latin1", rows[r * 5] * 10, rows[r * 5] * 10 + 2);
    const own = rows.toString("latin1", r * 5 + 1, r * 5 + 4).replaceAll("\0", "");
    return { code: own && `${country}-${own}`, country };
  });
  // The places of the regions follow those of the countries. A name ends at the first byte below a blank; a place at a zero.
  let [id, at] = [0, 0];
  for (let place = 0; place < countryCount + regionCount; place++) {
    const step = [0, 1, 2, 3].reduce((sum, byte) => sum * 256 + ids[byte * places + place], 0);
    id += step % 2 ? -(step + 1) / 2 : step / 2;
    let end = at;
    while (text[end] >= 32) end++;
    if (place >= countryCount) Object.assign(all[place - countryCount], { id, name: text.toString("utf8", at, end) });
    at = text.indexOf(0, end) + 1;
  }
  return all;
};
