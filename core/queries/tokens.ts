import type { Snapshot } from "../db/consistent-read.ts";
import { isAmong, type Key, keyText } from "../db/keys.ts";
import type { KeyColumn } from "../db/keyset.ts";
import { defineSource, type SourceRow } from "../db/source.ts";

const BY_BLOCK = [
  { name: "firstSeenBlock", type: "int8" },
  { name: "address", type: "address" },
] as const satisfies KeyColumn[];

export type TokenFilter = { symbol?: string | undefined };

/** Payment tokens; each sort and each filter has an index in `ponder.schema.ts`. */
export const TOKENS = defineSource({
  table: "token",
  select: ({ indexed }) =>
    indexed
      .selectFrom("token")
      .select(["chainId", "address", "name", "symbol", "decimals", "firstSeenBlock"]),
  key: [
    { name: "chainId", type: "int4" },
    { name: "address", type: "address" },
  ],
  // A token describes itself once.
  changedBlock: "firstSeenBlock",
  sorts: {
    newest: { columns: BY_BLOCK, order: "desc" },
    oldest: { columns: BY_BLOCK, order: "asc" },
  },
  where: (query, { symbol }: TokenFilter) =>
    symbol === undefined ? query : query.where("token.symbol", "=", symbol),
});

/** A payment token as it describes itself. */
export type TokenRow = SourceRow<typeof TOKENS>;

/** What contracts hold, by the contract or by the token, in key order. */
export async function findBalances(
  { indexed }: Snapshot,
  by: "contract" | "token",
  keys: readonly Key[],
): Promise<Map<string, BalanceRow[]>> {
  if (keys.length === 0) return new Map();
  const rows = await selectBalances(indexed, by, keys).execute();
  return Map.groupBy(rows, (row) => keyText([row.chainId, row[by]]));
}

function selectBalances(
  indexed: Snapshot["indexed"],
  by: "contract" | "token",
  keys: readonly Key[],
) {
  const columns = [
    { name: "chainId", type: "int4" },
    { name: by, type: "address" },
  ] as const satisfies KeyColumn[];
  return indexed
    .selectFrom("tokenBalance")
    .leftJoin("token as described", (join) =>
      join
        .onRef("described.chainId", "=", "tokenBalance.chainId")
        .onRef("described.address", "=", "tokenBalance.token"),
    )
    .select([
      "tokenBalance.chainId",
      "tokenBalance.contract",
      "tokenBalance.token",
      "described.symbol as tokenSymbol",
      "described.decimals as tokenDecimals",
      "tokenBalance.balanceUnits",
      "tokenBalance.receivedUnits",
      "tokenBalance.sentUnits",
      "tokenBalance.updatedBlock",
    ])
    .where(isAmong("tokenBalance", columns, keys))
    .orderBy("tokenBalance.contract")
    .orderBy("tokenBalance.token");
}

/** What one contract holds of one token, from the token's transfers. */
export type BalanceRow = Awaited<ReturnType<ReturnType<typeof selectBalances>["execute"]>>[number];
