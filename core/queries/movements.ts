import type { ChainKey } from "../../src/protocol/ids.ts";
import type { KeyColumn } from "../db/keyset.ts";
import { defineSource, type SourceRow } from "../db/source.ts";

const BY_CHAIN = [
  { name: "blockNumber", type: "uint256" },
  { name: "logIndex", type: "uint256" },
] as const satisfies KeyColumn[];

export type MovementFilter = {
  escrow?: ChainKey | undefined;
  /** Number of the offer on the same contract that led to the escrow. */
  offer?: bigint | undefined;
};

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
  key: [{ name: "chainId", type: "int4" }, ...BY_CHAIN],
  sorts: {
    newest: { columns: BY_CHAIN, order: "desc" },
    oldest: { columns: BY_CHAIN, order: "asc" },
  },
  changedBlock: "blockNumber",
  where: (all, { escrow, offer }: MovementFilter) => {
    if (escrow === undefined) return all;
    return all
      .where("tokenMovement.chainId", "=", escrow.chainId)
      .where("tokenMovement.contract", "=", escrow.contract)
      .where((eb) =>
        eb.or([
          eb("tokenMovement.escrowId", "=", escrow.number),
          ...(offer === undefined ? [] : [eb("tokenMovement.offerId", "=", offer)]),
        ]),
      );
  },
});

/** One movement of a token with what describes the token. */
export type MovementRow = SourceRow<typeof MOVEMENTS>;
