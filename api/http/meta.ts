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
      description:
        "Seconds for which the oldest block that is not indexed has been there, by the chain's clock or ours, whichever says more; 0 when none is missing.",
    }),
  })
  .openapi("Meta");

export type Lag = { blocks: bigint; seconds: bigint } | null;

/**
 * How far the index is behind the head, or null while nobody has seen the head. A chain that stood
 * still or whose time jumps makes nothing late: what counts is since when a block is missing. Of a
 * block that nobody follows only the age of the index is known.
 */
export function lagOf({ indexed, heads, missing }: Position, now: Date): Lag {
  if (heads === null) return null;
  if (heads.head <= indexed.number) return { blocks: 0n, seconds: 0n };
  const nowSeconds = Math.floor(now.getTime() / 1_000);
  const ages =
    missing === null
      ? [nowSeconds - Number(indexed.timestamp)]
      : [Number(missing.secondsToHead), nowSeconds - Math.floor(missing.seenAt.getTime() / 1_000)];
  const seconds = BigInt(Math.max(0, ...ages));
  return { blocks: heads.head - indexed.number, seconds };
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
