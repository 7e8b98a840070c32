// Gives every polygon of Natural Earth the code that reports use: ISO 3166-2 as in the gazetteer, or the country's
// alpha-2 code where the gazetteer has no such region; "" for land that is drawn but belongs to no country's sum.
const fold = (text) => text.normalize("NFD").replace(/[^a-z]/gi, "").toLowerCase();

// Natural Earth's own units that have no ISO code, by `adm0_a3`.
const OWNERS = { SOL: "SO", CYN: "CY", KAB: "KZ", USG: "CU", KOS: "XK" };
// Crimea carries Ukraine's codes but stands under Russia there; its code decides.
const countryOf = (p) => {
  const own = (p.iso_3166_2 ?? "").slice(0, 2);
  if (p.adm0_a3 in OWNERS) return OWNERS[p.adm0_a3];
  return /^[A-Z]{2}$/.test(own) ? own : /^[A-Z]{2}$/.test(p.iso_a2 ?? "") ? p.iso_a2 : "";
};

// Where another state claims the land or few recognise who holds it; borders of these are dashed. Codes, or `adm0_a3`.
const DISPUTED = new Set([
  "UA-43", "UA-40", "SY-X01~", "PS-GZZ", "PS-WBK", "IN-JK", "IN-LA", "PK-GB", "PK-JK", "GE-AB", "CN-X01~", "MA-15", "MA-16",
  "SOL", "CYN", "KAS", "KOS", "SAH", "PGA",
]);

// What one polygon is called: { code, country, disputed }.
export const codes = (regions) => {
  const byId = new Map(regions.filter((r) => r.id && r.code).map((r) => [r.id, r.code]));
  const known = new Set(regions.map((r) => r.code));
  const byName = new Map(regions.filter((r) => r.code).map((r) => [`${r.country} ${fold(r.name)}`, r.code]));
  return (p) => {
    const country = countryOf(p);
    const whole = (p.region_cod ?? "").trim().replace(".", "-");
    const named = [p.region, p.geonunit, p.name_en, p.name].map((name) => name && byName.get(`${country} ${fold(name)}`));
    const found = [byId.get(p.gn_id), known.has(whole) && whole, named[0], named[1], known.has(p.iso_3166_2) && p.iso_3166_2, named[2], named[3]];
    const code = found.find((c) => c && c.startsWith(`${country}-`)) ?? country;
    return { code, country, disputed: DISPUTED.has(p.iso_3166_2) || DISPUTED.has(p.adm0_a3) };
  };
};
