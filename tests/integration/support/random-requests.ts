import fc from "fast-check";
import { HOSTILE_VALUES } from "./hostile.ts";
import { BUYER, CHAIN_ID, ESCROW_CONTRACT, MARKETPLACE, SELLER, START, TOKEN } from "./rows.ts";

/** What generating a value needs of a schema of the document. */
type Schema = {
  type?: string;
  format?: string;
  pattern?: string;
  enum?: string[];
  minimum?: number;
  maximum?: number;
  items?: Schema;
};

export type Parameter = { name: string; in: string; required?: boolean; schema: Schema };

/** A path of the document with what it takes. */
export type RandomOperation = { path: string; parameters: Parameter[] };

/** One request, and whose it is. */
export type RandomRequest = { path: string; address: string };

/** Newest block and a transaction that are indexed: beyond them an answer waits for five seconds. */
export type Known = { block: number; txHash: string; cursors: string[] };

const KNOWN_IDS = [
  ...["0", "1", "2", "3", "77"],
  ...[0, 1, 99].map((number) => `${CHAIN_ID}-${MARKETPLACE}-${number}`),
  ...[1, 2, 3].map((number) => `${CHAIN_ID}-${ESCROW_CONTRACT}-${number}`),
  `${CHAIN_ID}-0x${(1_000_010).toString(16).padStart(64, "0")}-0`,
  `${CHAIN_ID}-${TOKEN}`,
  SELLER,
  "not-yet-indexed",
];

const hostile = fc.constantFrom(...HOSTILE_VALUES);
const text = fc.string({ unit: "binary", maxLength: 40 }).map(encodeURIComponent);
const invalid = fc.oneof(hostile, text);

/** Requests of every operation, most of their values as described, some as nobody described them. */
export function randomRequests(
  operations: readonly RandomOperation[],
  known: Known,
): fc.Arbitrary<RandomRequest> {
  return fc.constantFrom(...operations).chain(({ path, parameters }) => {
    const inPath = parameters.filter((parameter) => parameter.in === "path");
    const inQuery = parameters.filter((parameter) => parameter.in === "query");
    const required = inQuery.filter((parameter) => parameter.required);
    const values = (some: Parameter[]) =>
      fc.tuple(
        ...some.map((parameter) =>
          fc
            .oneof(
              { weight: 9, arbitrary: described(parameter, known) },
              { weight: 1, arbitrary: invalid },
            )
            .map((value) => [parameter.name, value] as const),
        ),
      );
    const chosen = fc
      .subarray(inQuery, { maxLength: Math.min(4, inQuery.length) })
      .chain((some) => values([...new Set([...required, ...some])]));
    const extra = fc.option(fc.tuple(text, text), { freq: 20 });
    return fc.tuple(values(inPath), chosen, extra).map(([places, queries, unknown]) => {
      const filled = places.reduce(
        (address, [name, value]) => address.replace(`{${name}}`, value),
        path,
      );
      const all = [...queries, ...(unknown === null ? [] : [unknown])];
      const query = all.map(([name, value]) => `${name}=${value}`).join("&");
      return { path, address: query === "" ? filled : `${filled}?${query}` };
    });
  });
}

/** A value that the document says is right, as it stands in an address. */
function described({ name, schema }: Parameter, known: Known): fc.Arbitrary<string> {
  if (name === "minBlock") return fc.nat(known.block).map(String);
  if (name === "afterTx") return fc.constant(known.txHash);
  if (name === "cursor") return fc.constantFrom(...known.cursors);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case "array": {
      const words = schema.items?.enum ?? KNOWN_IDS;
      return fc.subarray(words, { minLength: 1, maxLength: Math.min(4, words.length) }).map(String);
    }
    case "integer": {
      const { minimum = 0, maximum = 1_000 } = schema;
      return fc
        .oneof(
          fc.integer({ min: minimum, max: Math.min(maximum, minimum + 100) }),
          fc.constant(maximum),
        )
        .map(String);
    }
    case "boolean":
      return fc.boolean().map(String);
    default:
      return describedText(schema);
  }
}

function describedText({ format, pattern }: Schema): fc.Arbitrary<string> {
  if (format === "date-time") {
    const at = (second: number) => new Date((Number(START) + second) * 1_000).toISOString();
    return fc.integer({ min: -1_000_000, max: 1_000_000 }).map(at);
  }
  if (pattern === undefined) return fc.constantFrom(...KNOWN_IDS);
  return fc.oneof(
    fc.constantFrom(SELLER, BUYER, MARKETPLACE, ESCROW_CONTRACT, TOKEN),
    fc.stringMatching(new RegExp(pattern)),
  );
}
