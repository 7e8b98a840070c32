// Writes world.bin; src/map/atlas.rs reads it. The only writer.
//
// "FBXM", version (1 byte), then varints (LEB128, signed ones zigzag):
//   number of arcs; the number of points of each; the longitudes of all, then the latitudes of all, in thousandths of a
//   degree, each as the difference from the point before (an arc's first from the last arc's first);
//   number of shapes; for each: length of the code, the code, 1 where it is disputed else 0, number of rings, and for each
//   ring the number of arcs and the arcs (2 * steps, + 1 where it is walked backwards). Arcs are numbered as they are first
//   used; the steps lead back from the first that is not used yet, so that 0 is the next new arc.
const GRID = 1000;

const varint = (out, n) => {
  while (n >= 128) {
    out.push((n % 128) + 128);
    n = Math.floor(n / 128);
  }
  out.push(n);
};
const signed = (out, n) => varint(out, n < 0 ? -2 * n - 1 : 2 * n);

const rounded = (arc) => {
  const points = arc.map(([x, y]) => [Math.round(x * GRID), Math.round(y * GRID)]);
  const kept = points.filter(([x, y], i) => i === 0 || x !== points[i - 1][0] || y !== points[i - 1][1]);
  // An arc that shrinks to a point keeps its two ends, so that rings stay closed.
  return kept.length > 1 ? kept : [points[0], points.at(-1)];
};

// Square kilometres within a ring of one arc, nearly.
const area = (arc) => {
  const twice = arc.reduce((sum, [x, y], i) => (i ? sum + arc[i - 1][0] * y - x * arc[i - 1][1] : 0), 0);
  return (Math.abs(twice) / 2 / GRID ** 2) * 111.2 ** 2 * Math.cos((arc[0][1] / GRID / 180) * Math.PI);
};

// `islet` tells below which area a lone ring of a shape is left out.
export const pack = (topology, islet) => {
  const arcs = topology.arcs.map(rounded);
  const [layer] = Object.values(topology.objects);
  const shapes = new Map();
  for (const { properties, arcs: own, type } of layer.geometries) {
    if (!own) continue;
    const all = type === "Polygon" ? own : own.flat();
    const lone = (ring) => ring.length === 1 && area(arcs[ring[0] < 0 ? ~ring[0] : ring[0]]) < islet(properties);
    const large = all.filter((ring) => !lone(ring));
    const rings = large.length ? large : all;
    shapes.set(properties.key, [...(shapes.get(properties.key) ?? []), ...rings]);
  }
  // In the order of the codes: a country's shapes stand together, for the reader and for compression.
  const order = [...shapes.keys()].sort();
  const renamed = new Map();
  const sorted = [];
  for (const key of order) for (const ring of shapes.get(key)) for (const arc of ring) {
    const index = arc < 0 ? ~arc : arc;
    if (!renamed.has(index)) {
      renamed.set(index, sorted.length);
      sorted.push(arcs[index]);
    }
  }
  const out = [..."FBXM"].map((c) => c.charCodeAt(0));
  out.push(1);
  varint(out, sorted.length);
  for (const arc of sorted) varint(out, arc.length);
  for (const axis of [0, 1]) {
    let start = 0;
    for (const arc of sorted) {
      let before = start;
      start = arc[0][axis];
      for (const point of arc) {
        signed(out, point[axis] - before);
        before = point[axis];
      }
    }
  }
  varint(out, order.length);
  let fresh = 0;
  for (const key of order) {
    const code = key.replace("!", "");
    out.push(code.length, ...[...code].map((c) => c.charCodeAt(0)), key.endsWith("!") ? 1 : 0);
    const rings = shapes.get(key);
    varint(out, rings.length);
    for (const ring of rings) {
      varint(out, ring.length);
      for (const arc of ring) {
        const index = renamed.get(arc < 0 ? ~arc : arc);
        varint(out, 2 * (fresh - index) + (arc < 0 ? 1 : 0));
        fresh = Math.max(fresh, index + 1);
      }
    }
  }
  console.log(`${sorted.length} arcs, ${sorted.reduce((n, a) => n + a.length, 0)} points, ${order.length} shapes`);
  return Buffer.from(out);
};
