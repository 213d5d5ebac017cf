import { encodeAbiParameters, type Hex, pad, parseAbi, toEventSelector } from "viem";
import { expect, test } from "vitest";
import type { ChainLog } from "../chain/chain-source.ts";
import { compare, type IndexedRow } from "./compare.ts";
import { judgeLog } from "./judge-log.ts";

const MARKETPLACE = pad("0x1", { size: 20 });
const TRANSACTION = pad("0xaa", { size: 32 });
const BLOCK = pad("0xbb", { size: 32 });

const listingUpdated = toEventSelector("ListingUpdated(uint256,string,uint256)");
const paused = toEventSelector("Paused(address)");
const updateData = encodeAbiParameters(
  [{ type: "string" }, { type: "uint256" }],
  ["ipfs://a listing with a longer link than one word", 5n],
);

const log = (changes: Partial<ChainLog> = {}): ChainLog => ({
  contract: MARKETPLACE,
  blockNumber: 7n,
  blockHash: BLOCK,
  logIndex: 3,
  txHash: TRANSACTION,
  topics: [listingUpdated, pad("0x0", { size: 32 })],
  data: updateData,
  ...changes,
});

const rowOf = ({ topics, data, ...position }: ChainLog): IndexedRow => ({
  ...position,
  topic: topics[0] as Hex,
  dataDigest: data,
});

const run = (logs: ChainLog[], rows: IndexedRow[]) =>
  compare(
    logs,
    rows,
    () => "marketplace",
    (data) => data,
  );

const reasons = (logs: ChainLog[], rows: IndexedRow[]) =>
  run(logs, rows).findings.map((finding) => finding.reason);

test("a log with its row is in order", () => {
  expect(run([log()], [rowOf(log())])).toEqual({
    findings: [],
    counts: { handled: 1, ignored: 0, unknown: 0 },
  });
});

test("a handled log without a row is missing", () => {
  expect(reasons([log()], [])).toEqual(["missing_row"]);
});

test("a row without a log is a phantom", () => {
  expect(reasons([], [rowOf(log())])).toEqual(["phantom_row"]);
});

test.each([
  ["transaction", { txHash: pad("0xcc", { size: 32 }) }],
  ["topic", { topic: paused }],
  ["data", { dataDigest: "0x" }],
  ["block hash", { blockHash: pad("0xdd", { size: 32 }) }],
  ["contract", { contract: pad("0x2", { size: 20 }) }],
] as const)("a row with another %s does not count as the log's row", (_, change) => {
  expect(reasons([log()], [{ ...rowOf(log()), ...change }])).toEqual(["row_mismatch"]);
});

test("a topic that no ABI has is unknown, row or not", () => {
  const unknown = log({ topics: [toEventSelector("Announced(string)")] });
  expect(reasons([unknown], [])).toEqual(["unknown_topic"]);
  expect(reasons([unknown], [rowOf(unknown)])).toEqual(["unknown_topic"]);
});

test("an anonymous log is unknown", () => {
  expect(judgeLog("marketplace", { topics: [], data: "0x" })).toEqual({
    is: "unknown",
    reason: "unknown_topic",
  });
});

test("the same topic with more or fewer indexed fields is not what the ABI means (trap 42)", () => {
  const [topic, listing] = log().topics as [Hex, Hex];
  const more = { topics: [topic, listing, pad("0x5", { size: 32 })], data: updateData };
  const fewer = { topics: [topic], data: updateData };
  const mismatch = { is: "unknown", reason: "indexed_mismatch" };
  expect(judgeLog("marketplace", more)).toEqual(mismatch);
  expect(judgeLog("marketplace", fewer)).toEqual(mismatch);
});

test.each([
  ["cut inside the text", updateData.slice(0, -64) as Hex],
  ["cut to one word", updateData.slice(0, 66) as Hex],
  ["empty", "0x" as Hex],
])("data that is %s does not decode", (_, data) => {
  expect(judgeLog("marketplace", { topics: log().topics, data })).toEqual({
    is: "unknown",
    reason: "undecodable",
  });
});

test("an event that is ignored by name needs no row", () => {
  const [approval] = parseAbi([
    "event ApprovalForAll(address indexed account, address indexed operator, bool approved)",
  ]);
  const verdict = judgeLog("entitlement", {
    topics: [toEventSelector(approval), pad("0x1", { size: 32 }), pad("0x2", { size: 32 })],
    data: encodeAbiParameters([{ type: "bool" }], [true]),
  });
  expect(verdict).toEqual({ is: "ignored", event: "ApprovalForAll" });
});

test("an event of another kind of contract is unknown here", () => {
  expect(judgeLog("escrow", log())).toEqual({ is: "unknown", reason: "unknown_topic" });
});
