import type { Hex } from "viem";
import type { ContractKind } from "../../src/protocol/states.ts";
import type { ChainLog } from "../chain/chain-source.ts";
import { judgeLog, type UnknownReason } from "./judge-log.ts";

/** An activity row as far as the comparison needs it. */
export type IndexedRow = {
  contract: Hex;
  blockNumber: bigint;
  blockHash: Hex;
  logIndex: number;
  txHash: Hex;
  topic: Hex;
  /** MD5 of the stored raw data, hexadecimal: the data itself can be long. */
  dataDigest: string;
};

/** Faults of the index, as opposed to faults of a log. */
export type IndexFault = "missing_row" | "row_mismatch" | "phantom_row";

/** Something that chain and index do not agree on. */
export type Finding = {
  contract: Hex;
  blockNumber: bigint;
  blockHash: Hex;
  logIndex: number;
  txHash: Hex;
  topics: readonly Hex[];
  data: Hex;
  reason: UnknownReason | IndexFault;
};

/** How many logs fell under which verdict, and what was found wrong. */
export type Comparison = {
  findings: Finding[];
  counts: { handled: number; ignored: number; unknown: number };
};

/** The reasons that say that the index is wrong, not the log. */
export const INDEX_FAULTS: ReadonlySet<string> = new Set<IndexFault>([
  "missing_row",
  "row_mismatch",
  "phantom_row",
]);

/** Whether the index may simply not have caught up yet, so that the finding needs time to prove true. */
export function isIndexFault({ reason }: Finding): boolean {
  return INDEX_FAULTS.has(reason);
}

/** Identifies a finding across repeated looks at the same block. */
export function findingKey({ blockHash, logIndex }: Pick<Finding, "blockHash" | "logIndex">) {
  return `${blockHash}:${logIndex}`;
}

/**
 * Compares every log of a range with the activity rows of that range, both ways: a handled log needs
 * its row, and a row needs its log.
 */
export function compare(
  logs: readonly ChainLog[],
  rows: readonly IndexedRow[],
  kindOf: (contract: Hex) => ContractKind,
  digest: (data: Hex) => string,
): Comparison {
  const rowByPosition = new Map(rows.map((row) => [position(row), row]));
  const findings: Finding[] = [];
  const counts = { handled: 0, ignored: 0, unknown: 0 };
  for (const log of logs) {
    const verdict = judgeLog(kindOf(log.contract), log);
    counts[verdict.is] += 1;
    const row = rowByPosition.get(position(log));
    rowByPosition.delete(position(log));
    if (verdict.is === "unknown") findings.push({ ...log, reason: verdict.reason });
    else if (row !== undefined && !isRowOf(row, log, digest)) {
      findings.push({ ...log, reason: "row_mismatch" });
    } else if (row === undefined && verdict.is === "handled") {
      findings.push({ ...log, reason: "missing_row" });
    }
  }
  for (const row of rowByPosition.values()) findings.push(phantomOf(row));
  return { findings, counts };
}

function position({ blockNumber, logIndex }: { blockNumber: bigint; logIndex: number }): string {
  return `${blockNumber}:${logIndex}`;
}

function isRowOf(row: IndexedRow, log: ChainLog, digest: (data: Hex) => string): boolean {
  return (
    row.contract === log.contract &&
    row.blockHash === log.blockHash &&
    row.txHash === log.txHash &&
    row.topic === log.topics[0] &&
    row.dataDigest === digest(log.data)
  );
}

function phantomOf({ topic, dataDigest: _, ...row }: IndexedRow): Finding {
  return { ...row, topics: [topic], data: "0x", reason: "phantom_row" };
}
