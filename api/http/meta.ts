import { z } from "@hono/zod-openapi";
import type { Position } from "../../core/db/consistent-read.ts";
import { Hash, Instant, toInstant } from "./values.ts";

/** Where an answer stands: what is indexed, and what the chain says about it. */
export const Meta = z
  .object({
    requestId: z.string(),
    chainId: z.int(),
    release: z.string().openapi({ description: "Release of the index that was read." }),
    indexedBlock: z.object({
      number: z.int(),
      hash: Hash.nullable().openapi({ description: "Known while the block is a head itself." }),
      at: Instant.openapi({ description: "Chain time: deadlines are judged by it." }),
    }),
    headBlock: z.int().nullable().openapi({ description: "Newest block; null while unknown." }),
    safeBlock: z.int().nullable(),
    finalBlock: z.int().nullable(),
    lagBlocks: z.int().nullable().openapi({ description: "Blocks behind the head." }),
    lagSeconds: z.int().nullable().openapi({
      description: "Seconds since the last indexed block, 0 when that is the head.",
    }),
  })
  .openapi("Meta");

export type Lag = { blocks: bigint; seconds: bigint } | null;

/** How far the index is behind the head, or null while nobody has seen the head. */
export function lagOf({ indexed, heads }: Position, now: Date): Lag {
  if (heads === null) return null;
  const blocks = heads.head > indexed.number ? heads.head - indexed.number : 0n;
  const elapsed = BigInt(Math.floor(now.getTime() / 1_000)) - indexed.timestamp;
  return { blocks, seconds: blocks === 0n || elapsed < 0n ? 0n : elapsed };
}

export function toMeta(position: Position, requestId: string, now: Date): z.output<typeof Meta> {
  const { heads, indexed } = position;
  const lag = lagOf(position, now);
  return {
    requestId,
    chainId: position.chainId,
    release: position.release,
    indexedBlock: {
      number: Number(indexed.number),
      hash: knownHash(position),
      at: toInstant(indexed.timestamp),
    },
    headBlock: heads && Number(heads.head),
    safeBlock: heads && Number(heads.safe),
    finalBlock: heads && Number(heads.final),
    lagBlocks: lag && Number(lag.blocks),
    lagSeconds: lag && Number(lag.seconds),
  };
}

/** The index keeps no hash of a block without events; the heads have theirs. */
function knownHash({ indexed, heads }: Position): string | null {
  if (heads === null) return null;
  if (indexed.number === heads.head) return heads.headHash;
  if (indexed.number === heads.safe) return heads.safeHash;
  return indexed.number === heads.final ? heads.finalHash : null;
}
