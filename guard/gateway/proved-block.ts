import type { Hex } from "viem";
import type { IsOurs } from "../proof/prove-block.ts";
import type { RpcBlock, RpcHeader, RpcLog } from "../proof/rpc-block.ts";
import { servedBlock, servedHeader } from "./served-fields.ts";

/** How far a block is proved, as `app.audit_block` explains. */
export type ProofDepth = "live" | "carrying" | "complete";

/** A log out of proved receipts, with its JSON made once. */
export type ProvedLog = {
  address: Hex;
  topics: readonly Hex[];
  blockNumber: number;
  logIndex: number;
  text: string;
};

/** A block whose header, transactions and (where asked for) receipts were verified. */
export type ProvedBlock = {
  number: number;
  hash: Hex;
  parentHash: Hex;
  /** Unix seconds. */
  timestamp: number;
  /** The header alone, as `newHeads` sends it. */
  headText: string;
  /** The block with all transactions; undefined where only the header was asked for. */
  bodyText: string | undefined;
  /** Every log of the block in order; undefined where its receipts were not asked for. */
  logs: readonly ProvedLog[] | undefined;
  /** Those of them that are ours; undefined like `logs`. */
  ours: readonly ProvedLog[] | undefined;
  /** Hosts that gave what was proved. */
  providers: readonly string[];
};

/** Consecutive blocks that are proved; `blocks` are all of them, or those with our logs. */
export type ProvedPiece = { from: number; to: number; blocks: readonly ProvedBlock[] };

/**
 * Keeps what will be served of a block, as text: objects of many transactions fill the memory.
 * @param body the block again, if its transactions are proved
 */
export function keepBlock(
  header: RpcHeader,
  body: RpcBlock | undefined,
  logs: { all: readonly RpcLog[]; isOurs: IsOurs } | undefined,
  providers: readonly string[],
): ProvedBlock {
  const kept = logs?.all.map(keepLog);
  return {
    number: Number(header.number),
    hash: header.hash,
    parentHash: header.parentHash,
    timestamp: Number(header.timestamp),
    headText: JSON.stringify(servedHeader(header)),
    bodyText: body && JSON.stringify(servedBlock(body)),
    logs: kept,
    ours: kept?.filter((_, at) => logs?.isOurs(logs.all[at] as RpcLog)),
    providers,
  };
}

/** A log in the form in which it is served. */
function keepLog(log: RpcLog): ProvedLog {
  return {
    address: log.address,
    topics: log.topics,
    blockNumber: Number(log.blockNumber),
    logIndex: Number(log.logIndex),
    text: JSON.stringify(log),
  };
}

/**
 * What has to stay of a block for as long as it is followed: itself, our logs, and its transactions
 * where there are such logs. The rest may be dropped and proved anew.
 */
export function essenceOf(block: ProvedBlock): ProvedBlock {
  const hasOurs = block.ours !== undefined && block.ours.length > 0;
  return { ...block, logs: undefined, bodyText: hasOurs ? block.bodyText : undefined };
}

/** About the memory that a block takes, bytes. */
export function sizeOf({ bodyText, headText, logs, ours }: ProvedBlock): number {
  const logBytes = (logs ?? ours)?.reduce((sum, log) => sum + log.text.length + 300, 0) ?? 0;
  return headText.length + (bodyText?.length ?? 0) + logBytes + 500;
}
