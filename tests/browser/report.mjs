// A report as the engine would give it for the sample, written by hand: the page's panels and links are tested against it,
// whatever the engine of the day finds. It stands in for the worker, so that the messages are the real ones.
import { SAMPLE } from "./harness.mjs";

const bytes = (text) => Buffer.byteLength(text);

// The span of `words` at their `nth` place in the text.
export const spanIn = (text) => (words, nth = 0) => {
  let at = -1;
  for (let i = 0; i <= nth; i++) at = text.indexOf(words, at + 1);
  if (at < 0) throw new Error(`not in the text: ${words}`);
  const start = bytes(text.slice(0, at));
  return { start, end: start + bytes(words), text: words };
};

export const exact = (n, text = String(n)) => ({ low: n, high: n, bound: "exact", text });
export const atLeast = (n, text) => ({ low: n, high: null, bound: "at_least", text });

export const emptyReport = (text) => ({
  schema: "factbox.report/1",
  article: { title: null, published: null, published_from: "none", language: "en", offsets: "utf-8", sentences: text ? 1 : 0, skipped: [] },
  brief: [], key_facts: [], events: [], casualties: { totals: [], counts: [] }, places: [], regions: [], munitions: [], damage: [],
  actors: [], statements: [], dates: [], timeline: [], talks: [], terms: [], checks: [],
});

export const count = (id, kind, value, who, span, more = {}) => ({
  id, kind, value, who, victims: [], scope: "current", status: "reported", source: null, place: null, event: "e1", date: null,
  part_of: null, same_as: null, superseded_by: null, rule: "harm.kill_object", evidence: [span], ...more,
});

export const place = (id, name, role, evidence, more = {}) => ({
  id, name, written: name, type: "city", geonames: null, country: "UA", admin1: name, admin1_code: null, lat: null, lon: null, role,
  scope: "current", confidence: 0.9, evidence, ...more,
});

export const sampleReport = () => {
  const at = spanIn(SAMPLE);
  const wednesday = { value: "2025-11-19", precision: "part_of_day", from: "2025-11-19", to: "2025-11-19", text: "early hours of Wednesday", implied: ["year", "month", "day"] };
  const lastMonth = { value: "2025-10", precision: "month", from: "2025-10-01", to: "2025-10-31", text: "Last month", implied: ["year", "month"] };
  const munition = (id, type, action, value, span, more = {}) => ({
    id, type, name: null, action, value, by: "a3", scope: "current", status: "claimed", source: "a2", places: [], rule: "launch.object", evidence: [span], ...more,
  });
  const damage = (id, target, category, effect, place, span, more = {}) => ({
    id, target, category, effect, value: null, place, scope: "current", status: "reported", source: null, rule: "damage.passive", evidence: [span], ...more,
  });
  const actor = (id, name, type, description, role, span) => ({ id, name, written: [name], type, description, country: "UA", role, evidence: [span] });
  return {
    ...emptyReport(SAMPLE),
    article: { title: null, published: "2025-11-19", published_from: "given", language: "en", offsets: "utf-8", sentences: 22, skipped: [] },
    brief: [
      { text: "At least three people were killed in Odesa in the early hours of Wednesday.", facts: ["c1", "p1"], evidence: [at("killing at least three people")] },
      { text: "Fourteen others were wounded there, among them two children, says the regional governor.", facts: ["c2"], evidence: [at("Fourteen others were wounded, among them two children")] },
      { text: "Russia launched 118 drones and nine missiles; 97 drones were shot down, says Ukraine’s air force.", facts: ["m1", "m2", "m3"], evidence: [at("Russia had launched 118 drones and nine missiles overnight")] },
    ],
    key_facts: [
      { question: "what", answer: "Drone and missile strikes on a port and an apartment block", facts: ["e1"], evidence: [at("A wave of drones and missiles struck the port city of Odesa")] },
      { question: "where", answer: "Odesa and Mykolaiv; Kherson and Dnipro regions targeted", facts: ["p1", "p2"], evidence: [at("Odesa", 1)] },
      { question: "when", answer: "Early hours of Wednesday, 19 November 2025", facts: ["x1"], evidence: [at("early hours of Wednesday")] },
      { question: "who", answer: "Russia, according to Ukraine’s air force", facts: ["a3"], evidence: [at("Ukraine’s air force said Russia had launched")] },
    ],
    events: [
      { id: "e1", type: "drone_strike", scope: "current", places: ["p1", "p2"], date: wednesday, actors: ["a3"], attackers: [], counts: ["c1"], munitions: ["m1"], damage: ["d1"], evidence: [at("A wave of drones and missiles struck the port city of Odesa")] },
      { id: "e2", type: "missile_strike", scope: "current", places: ["p2"], date: wednesday, actors: ["a3"], attackers: [], counts: [], munitions: [], damage: ["d2"], evidence: [at("a missile tore through a five-storey apartment block")] },
      { id: "e3", type: "other", scope: "background", places: ["p8"], date: lastMonth, actors: [], attackers: [], counts: ["c7"], munitions: [], damage: [], evidence: [at("a similar attack on the port of Izmail")] },
    ],
    casualties: {
      totals: [
        { kind: "wounded", value: exact(18, "fourteen and four"), counted: ["c2", "c6"], left_out: [{ count: "c3", because: "subset" }], stated: false, disputed: false },
        { kind: "killed", value: atLeast(3, "at least three"), counted: ["c1"], left_out: [{ count: "c7", because: "background" }, { count: "c8", because: "cumulative" }], stated: true, disputed: false },
        { kind: "rescued", value: exact(6, "six"), counted: ["c4"], left_out: [], stated: true, disputed: false },
        { kind: "missing", value: exact(1, "one"), counted: ["c5"], left_out: [], stated: true, disputed: false },
        { kind: "displaced", value: { low: 24, high: null, bound: "vague", text: "dozens" }, counted: ["c9"], left_out: [], stated: true, disputed: true },
      ],
      counts: [
        count("c1", "killed", atLeast(3, "at least three"), "at least three people", at("killing at least three people"), { place: "p1" }),
        count("c2", "wounded", exact(14, "Fourteen"), "fourteen others", at("Fourteen others were wounded"), { place: "p1", status: "claimed", source: "a1" }),
        count("c3", "wounded", exact(2, "two"), "two children", at("two children"), { place: "p1", victims: ["children"], part_of: "c2", status: "claimed", source: "a1" }),
        count("c4", "rescued", exact(6, "six"), "six people", at("six people alive"), { place: "p2" }),
        count("c5", "missing", exact(1, "one"), "one woman", at("one woman was still missing"), { place: "p2", status: "unverified" }),
        count("c6", "wounded", exact(4, "Four"), "four residents", at("Four residents were taken to hospital"), { place: "p2" }),
        count("c7", "killed", exact(5, "five"), "five sailors", at("killed five sailors"), { place: "p8", scope: "background", event: "e3" }),
        count("c8", "killed", exact(61, "61"), "61 people", at("left 61 people dead"), { scope: "cumulative", source: "a5", status: "claimed" }),
        count("c9", "displaced", { low: 24, high: null, bound: "vague", text: "Dozens" }, "dozens of families", at("Dozens of families spent the night"), { place: "p1", status: "feared" }),
      ],
    },
    places: [
      place("p1", "Odesa", "hit", [at("Odesa"), at("Odesa", 1), at("Odesa", 2)], { admin1_code: "UA-51" }),
      place("p2", "Mykolaiv", "hit", [at("Mykolaiv")], { admin1_code: "UA-48" }),
      place("p3", "Kherson", "targeted", [at("Kherson")], { type: "region", admin1_code: "UA-65" }),
      place("p4", "Dnipropetrovsk", "targeted", [at("Dnipro")], { type: "region", written: "Dnipro", admin1_code: "UA-12", confidence: 0.4 }),
      place("p6", "Istanbul", "venue", [at("Istanbul"), at("Istanbul", 1)], { country: "TR", confidence: 0.3 }),
      place("p7", "Black Sea", "mentioned", [at("Black Sea")], { type: "area", country: null }),
      place("p8", "Izmail", "hit", [at("Izmail")], { admin1_code: "UA-51", scope: "background" }),
    ],
    regions: [
      { code: "UA-51", name: "Odesa", country: "UA", role: "hit", scope: "current", places: ["p1"], killed: atLeast(3, "at least three"), wounded: exact(14, "fourteen"), facts: ["c1", "c2", "d1", "d3"] },
      { code: "UA-48", name: "Mykolaiv", country: "UA", role: "hit", scope: "current", places: ["p2"], killed: null, wounded: exact(4, "four"), facts: ["c6", "d2"] },
      { code: "UA-65", name: "Kherson", country: "UA", role: "targeted", scope: "current", places: ["p3"], killed: null, wounded: null, facts: [] },
      { code: "UA-12", name: "Dnipropetrovsk", country: "UA", role: "targeted", scope: "current", places: ["p4"], killed: null, wounded: null, facts: [] },
      { code: "UA-51", name: "Odesa", country: "UA", role: "hit", scope: "background", places: ["p8"], killed: exact(5, "five"), wounded: null, facts: ["c7"] },
    ],
    munitions: [
      munition("m1", "drone", "launched", exact(118), at("118 drones")),
      munition("m2", "missile", "launched", exact(9, "nine"), at("nine missiles")),
      munition("m3", "drone", "intercepted", exact(97), at("97 of the drones were shot down"), { by: null }),
      munition("m4", "missile", "hit", exact(1, "a"), at("a missile tore through"), { by: null, status: "reported", source: null, places: ["p2"] }),
    ],
    damage: [
      damage("d1", "grain terminal", "agriculture", "damaged", "p1", at("setting fire to a grain terminal")),
      damage("d2", "five-storey apartment block", "residential", "hit", "p2", at("a five-storey apartment block")),
      damage("d3", "kindergarten", "education", "damaged", "p1", at("A kindergarten"), { status: "claimed", source: "a1" }),
      damage("d4", "children’s clinic", "health", "damaged", "p1", at("children’s clinic on our street have been damaged"), { status: "claimed", source: "a1" }),
      damage("d5", "electricity", "energy", "cut_off", "p1", at("Electricity was cut off in parts of Odesa")),
    ],
    actors: [
      actor("a1", "Oksana Hrytsenko", "person", "regional governor", ["speaker"], at("Oksana Hrytsenko")),
      actor("a2", "Ukraine’s air force", "military", null, ["speaker"], at("Ukraine’s air force")),
      actor("a3", "Russia", "government", null, ["attacker"], at("Russia had launched")),
      actor("a4", "Turkey", "government", null, ["mediator"], at("Turkey")),
      actor("a5", "port authority", "organisation", null, ["speaker"], at("the port authority")),
    ],
    statements: [
      { id: "s1", speaker: "a1", channel: null, form: "direct", act: "says", text: "We heard the first blast at 2:40 am, and then the windows were gone", evidence: [at("We heard the first blast at 2:40 am, and then the windows were gone")] },
      { id: "s2", speaker: "a2", channel: "Telegram", form: "indirect", act: "says", text: "Russia had launched 118 drones and nine missiles overnight", evidence: [at("Russia had launched 118 drones and nine missiles overnight")] },
      { id: "s3", speaker: null, channel: null, form: "indirect", act: "warns", text: "repairs could take several days", evidence: [at("repairs could take several days")] },
    ],
    dates: [
      { id: "x1", ...wednesday, evidence: [at("early hours of Wednesday")] },
      { id: "x2", ...lastMonth, evidence: [at("Last month")] },
    ],
    timeline: [
      { id: "t1", date: lastMonth, text: "A similar attack on the port of Izmail killed five sailors", scope: "background", facts: ["e3", "c7"], evidence: [at("a similar attack on the port of Izmail killed five sailors")] },
      { id: "t2", date: wednesday, text: "Drones and missiles struck Odesa", scope: "current", facts: ["e1"], evidence: [at("A wave of drones and missiles struck the port city of Odesa")] },
    ],
    talks: [
      { id: "k1", parties: ["a3"], mediators: ["a4"], venue: "p6", date: wednesday, status: "stalled", about: ["safe passage for merchant ships in the Black Sea"], sticking_points: ["the inspection of cargo"], evidence: [at("The talks have stalled over the inspection of cargo")] },
    ],
    terms: [{ id: "g1", term: "air force", meaning: "The branch of a country’s military that fights in the air.", evidence: [at("air force")] }],
    checks: [
      { type: "may_rise", text: "The number of killed is a lower bound: “at least three”.", facts: ["c1"], evidence: [at("at least three people")] },
      { type: "sources_disagree", text: "Ukraine and Russia name different targets.", facts: [], evidence: [at("it had struck fuel depots used by the army")] },
      { type: "not_stated", text: "The article does not say which weapons hit the port.", facts: [], evidence: [] },
    ],
  };
};

// Puts a worker in place that gives these reports; `reports` maps a part of the text to a report, "" fits every text.
export const standIn = (page, reports) =>
  page.addInitScript((reports) => {
    globalThis.Worker = class {
      constructor() {
        this.say("loaded");
      }
      say(data) {
        setTimeout(() => this.onmessage?.({ data }), 0);
      }
      postMessage(message) {
        if (message.start) this.say({ ready: { places: true } });
        if (message.read) {
          const [, report] = Object.entries(reports).find(([part]) => message.read.text.includes(part));
          const lists = [report.casualties.counts, report.munitions, report.damage, report.statements, report.talks];
          const facts = lists.reduce((sum, list) => sum + list.length, 0);
          const gist = { facts, places: report.places.length, language: report.article.language };
          this.say({ answer: { id: message.read.id, assumed: false, gist, report } });
        }
      }
      terminate() {}
    };
  }, reports);
