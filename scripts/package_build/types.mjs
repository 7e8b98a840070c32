// Writes the TypeScript types of the report from its JSON Schema: node types.mjs SCHEMA >factbox.d.ts

import { readFileSync } from "node:fs";

const schema = JSON.parse(readFileSync(process.argv[2], "utf8"));

const comment = (words, indent) => (words ? `${indent}/** ${words.replace(/\s+/g, " ")} */\n` : "");

// The type of a schema; objects are written out, named ones by name.
const type = (of, indent = "") => {
  if (of.$ref) return of.$ref.split("/").pop();
  if (of.const !== undefined) return JSON.stringify(of.const);
  if (of.enum) return of.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (of.anyOf || of.oneOf) return [...new Set((of.anyOf ?? of.oneOf).map((one) => type(one, indent)))].join(" | ");
  if (Array.isArray(of.type)) return of.type.map((one) => type({ ...of, type: one }, indent)).join(" | ");
  switch (of.type) {
    case "array": {
      const item = type(of.items, indent);
      return item.includes(" ") ? `(${item})[]` : `${item}[]`;
    }
    case "object": {
      const inner = `${indent}  `;
      const field = ([name, value]) => {
        const optional = of.required?.includes(name) ? "" : "?";
        return `${comment(value.description, inner)}${inner}${name}${optional}: ${type(value, inner)};\n`;
      };
      return `{\n${Object.entries(of.properties ?? {}).map(field).join("")}${indent}}`;
    }
    case "integer":
    case "number":
      return "number";
    case "boolean":
    case "string":
    case "null":
      return of.type;
    default:
      throw new Error(`no type for ${JSON.stringify(of)}`);
  }
};

const named = (name, of) => {
  const body = type(of);
  const head = comment(of.description, "");
  return body.startsWith("{") ? `${head}export interface ${name} ${body}\n` : `${head}export type ${name} = ${body};\n`;
};

console.log(`// Made from the types of the engine by scripts/package; do not change it by hand.

${[...Object.entries(schema.$defs), ["Report", schema]].map(([name, of]) => named(name, of)).join("\n")}
/** A file: its address, or its bytes. */
export type Source = string | URL | ArrayBuffer | Uint8Array;

/** Where the files of the package are; by default beside this module. */
export interface InitOptions {
  /** The engine, engine_bg.wasm. */
  wasm?: Source;
  /** The places, gazetteer.bin; null leaves them out, and then no place is found. */
  gazetteer?: Source | null;
}

/** What is known of the article besides its text. */
export interface ExplainOptions {
  /** The headline, where it is not in the text. */
  title?: string | null;
  /** Day of publication, YYYY-MM-DD, against which "Friday" or "last night" is resolved. */
  published?: string | null;
}

/** Loads the engine and the places, once. */
export default function init(options?: InitOptions): Promise<void>;

/** What a text says. Offsets of spans are those of JavaScript strings: \`text.slice(span.start, span.end) === span.text\`. */
export function explain(text: string, options?: ExplainOptions): Report;`);
