import { defineSource, type SourceRow } from "../db/source.ts";

/** The double-entry ledger: what moved, between which accounts, and for what. */
export const MOVEMENTS = defineSource({
  table: "tokenMovement",
  select: ({ indexed }) =>
    indexed
      .selectFrom("tokenMovement")
      .leftJoin("token", (join) =>
        join
          .onRef("token.chainId", "=", "tokenMovement.chainId")
          .onRef("token.address", "=", "tokenMovement.token"),
      )
      .select([
        "tokenMovement.chainId",
        "tokenMovement.blockNumber",
        "tokenMovement.logIndex",
        "tokenMovement.isInternal",
        "tokenMovement.token",
        "token.symbol as tokenSymbol",
        "token.decimals as tokenDecimals",
        "tokenMovement.from",
        "tokenMovement.to",
        "tokenMovement.amountUnits",
        "tokenMovement.debitAccount",
        "tokenMovement.creditAccount",
        "tokenMovement.purpose",
        "tokenMovement.movedAt",
        "tokenMovement.txHash",
      ]),
  key: [
    { name: "chainId", type: "int4" },
    { name: "blockNumber", type: "uint256" },
    { name: "logIndex", type: "uint256" },
  ],
  sorts: {
    newest: {
      columns: [
        { name: "blockNumber", type: "uint256" },
        { name: "logIndex", type: "uint256" },
      ],
      order: "desc",
    },
  },
  changedBlock: "blockNumber",
  where: (query, _filter: object) => query,
});

/** One movement of a token with what describes the token. */
export type MovementRow = SourceRow<typeof MOVEMENTS>;
