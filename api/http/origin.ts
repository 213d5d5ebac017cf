import { z } from "@hono/zod-openapi";
import { Finality, Hash, Instant, toInstant } from "./values.ts";

/** When and where on chain a row began, when it last changed, and how firm that is. */
export const originFields = {
  createdAt: Instant,
  blockNumber: z.int().openapi({ description: "Block of the creation." }),
  logIndex: z.int().openapi({ description: "Log index of the creation." }),
  txHash: Hash,
  updatedAt: Instant,
  updatedBlockNumber: z.int().openapi({ description: "Block of the latest change." }),
  finality: Finality,
};

export type OriginColumns = {
  createdAt: bigint;
  createdBlock: bigint;
  createdLogIndex: number;
  createdTxHash: string;
  updatedAt: bigint;
  updatedBlock: bigint;
};

export function toOriginFields(row: OriginColumns) {
  return {
    createdAt: toInstant(row.createdAt),
    blockNumber: Number(row.createdBlock),
    logIndex: row.createdLogIndex,
    txHash: row.createdTxHash,
    updatedAt: toInstant(row.updatedAt),
    updatedBlockNumber: Number(row.updatedBlock),
  };
}
