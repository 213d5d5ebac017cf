import type { Hex } from "viem";
import type { ProvedBlock } from "../gateway/proved-block.ts";
import type { RpcBlock, RpcHeader, RpcLog, RpcTransaction } from "../proof/rpc-block.ts";
import type { SyncScope } from "./sync-scope.ts";

/** A column of a table in Ponder's cache: its name, its type, and its value as text. */
type Column<Source> = readonly [name: string, type: string, read: (from: Source) => string | null];

/** Rows of one table, by column, as texts that Postgres reads. */
export type SyncTable = {
  name: string;
  columns: readonly { name: string; type: string; values: (string | null)[] }[];
};

/**
 * What Ponder would have stored of blocks that the gateway serves: the encoding of its
 * `sync-store/encode.ts` after the defaults of its `rpc/actions.ts`. Blocks without a log that it asks
 * for are left out, unless it wants the block itself.
 */
export function syncRowsOf(scope: SyncScope, blocks: readonly ProvedBlock[]): SyncTable[] {
  const headers: RpcHeader[] = [];
  const transactions: RpcTransaction[] = [];
  const logs: RpcLog[] = [];
  for (const block of blocks) {
    const wanted = (block.ours ?? []).filter((log) => scope.hasEvent(log));
    if (wanted.length === 0) {
      if (scope.wantsBlock(block.number)) headers.push(JSON.parse(block.headText) as RpcHeader);
      continue;
    }
    if (block.bodyText === undefined) throw new Error(`no transactions of block ${block.number}`);
    const { transactions: all, ...header } = JSON.parse(block.bodyText) as RpcBlock;
    headers.push(header);
    const hashes = new Set<Hex | null>();
    for (const { text } of wanted) {
      const log = JSON.parse(text) as RpcLog;
      logs.push(log);
      hashes.add(log.transactionHash);
    }
    transactions.push(...all.filter(({ hash }) => hashes.has(hash)));
  }
  const chainId = String(scope.chainId);
  return [
    tableOf("logs", chainId, LOG, logs),
    tableOf("blocks", chainId, BLOCK, headers),
    tableOf("transactions", chainId, TRANSACTION, transactions),
  ];
}

function tableOf<Source>(
  name: string,
  chainId: string,
  columns: readonly Column<Source>[],
  rows: readonly Source[],
): SyncTable {
  const all: readonly Column<Source>[] = [["chain_id", "bigint", () => chainId], ...columns];
  return {
    name,
    columns: all.map(([column, type, read]) => ({ name: column, type, values: rows.map(read) })),
  };
}

const BLOCK: readonly Column<RpcHeader>[] = [
  ["number", "bigint", (block) => decimal(block.number)],
  ["timestamp", "bigint", (block) => decimal(block.timestamp)],
  ["hash", "text", (block) => block.hash],
  ["parent_hash", "text", (block) => block.parentHash],
  ["logs_bloom", "text", (block) => block.logsBloom],
  ["miner", "text", (block) => block.miner],
  ["gas_used", "numeric", (block) => decimal(block.gasUsed)],
  ["gas_limit", "numeric", (block) => decimal(block.gasLimit)],
  ["base_fee_per_gas", "numeric", (block) => decimal(block.baseFeePerGas ?? "0x0")],
  ["nonce", "text", (block) => block.nonce],
  ["mix_hash", "text", (block) => block.mixHash],
  ["state_root", "text", (block) => block.stateRoot],
  ["receipts_root", "text", (block) => block.receiptsRoot],
  ["transactions_root", "text", (block) => block.transactionsRoot],
  ["sha3_uncles", "text", (block) => block.sha3Uncles],
  // No hash binds these two, so the gateway does not serve them and Ponder puts nought.
  ["size", "numeric", () => "0"],
  ["total_difficulty", "numeric", () => "0"],
  ["difficulty", "numeric", (block) => decimal(block.difficulty)],
  ["extra_data", "text", (block) => block.extraData],
];

const TRANSACTION: readonly Column<RpcTransaction>[] = [
  ["block_number", "bigint", ({ blockNumber }) => optional(blockNumber)],
  ["transaction_index", "integer", ({ transactionIndex }) => optional(transactionIndex)],
  ["hash", "text", ({ hash }) => hash],
  ["block_hash", "text", ({ blockHash }) => blockHash],
  ['"from"', "text", ({ from }) => from],
  ['"to"', "text", ({ to }) => to ?? null],
  ["input", "text", ({ input }) => input],
  ["value", "numeric", ({ value }) => decimal(value)],
  ["nonce", "integer", ({ nonce }) => decimal(nonce)],
  // What a deposit lacks Ponder puts at nought; null it leaves null.
  ["r", "text", ({ r = "0x0" }) => r],
  ["s", "text", ({ s = "0x0" }) => s],
  ["v", "numeric", ({ v = "0x0" }) => optional(v)],
  ["type", "text", ({ type }) => type ?? "0x0"],
  ["gas", "numeric", ({ gas }) => decimal(gas)],
  ["gas_price", "numeric", ({ gasPrice }) => optional(gasPrice)],
  ["max_fee_per_gas", "numeric", ({ maxFeePerGas }) => optional(maxFeePerGas)],
  [
    "max_priority_fee_per_gas",
    "numeric",
    ({ maxPriorityFeePerGas }) => optional(maxPriorityFeePerGas),
  ],
  ["access_list", "text", ({ accessList }) => (accessList ? JSON.stringify(accessList) : null)],
];

const LOG: readonly Column<RpcLog>[] = [
  ["block_number", "bigint", ({ blockNumber }) => optional(blockNumber)],
  ["log_index", "integer", ({ logIndex }) => optional(logIndex)],
  ["transaction_index", "integer", ({ transactionIndex }) => optional(transactionIndex)],
  ["block_hash", "text", ({ blockHash }) => blockHash],
  ["transaction_hash", "text", ({ transactionHash }) => transactionHash],
  ["address", "text", ({ address }) => address],
  ...[0, 1, 2, 3].map(
    (place): Column<RpcLog> => [`topic${place}`, "text", ({ topics }) => topics[place] ?? null],
  ),
  ["data", "text", ({ data }) => data],
];

/** Hex digits that a double holds exactly, with `0x`. */
const EXACT_LENGTH = 15;

function decimal(hex: Hex): string {
  if (hex.length > EXACT_LENGTH) return BigInt(hex).toString();
  return Number.parseInt(hex.slice(2), 16).toString();
}

function optional(hex: Hex | null | undefined): string | null {
  return hex === null || hex === undefined ? null : decimal(hex);
}
