// Reads the first-level regions of gazetteer.bin, so that the map's codes are those of the reports.
// The layout is documented in engine/src/gazetteer/mod.rs and written by scripts/gazetteer_build/writer.py.
import { readFileSync } from "node:fs";

const HEAD = 24;
const [COUNTRIES, REGIONS, IDS, LENGTHS, NAMES] = [0, 1, 8, 9, 11];

// [{ code: "UA-51" or "", country: "UA", id: GeoNames id or 0, name }]
export const regions = (path) => {
  const file = readFileSync(path);
  if (file.toString("latin1", 0, 4) !== "FBXG") throw new Error(`${path} is no gazetteer`);
  const [countryCount, regionCount, places] = [8, 12, 16].map((at) => file.readUInt32LE(at));
  const section = (i) => {
    const at = file.readUInt32LE(HEAD + 8 * i);
    return file.subarray(at, at + file.readUInt32LE(HEAD + 8 * i + 4));
  };
  const [rows, countries, ids, lengths, names] = [REGIONS, COUNTRIES, IDS, LENGTHS, NAMES].map(section);
  let at = 0;
  for (let i = 0; i < countryCount; i++) at += lengths[i];
  // The places of the regions follow those of the countries.
  return Array.from({ length: regionCount }, (_, r) => {
    const place = countryCount + r;
    const name = names.toString("utf8", at, (at += lengths[place]));
    const country = countries.toString("latin1", rows[r * 5] * 10, rows[r * 5] * 10 + 2);
    const own = rows.toString("latin1", r * 5 + 1, r * 5 + 4).replaceAll("\0", "");
    const id = [0, 1, 2, 3].reduce((sum, byte) => sum * 256 + ids[byte * places + place], 0);
    return { code: own && `${country}-${own}`, country, id, name };
  });
};
