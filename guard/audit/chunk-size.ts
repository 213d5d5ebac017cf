import { BaseError, InvalidParamsRpcError, LimitExceededRpcError, TimeoutError } from "viem";

const FIRST_BLOCKS = 2_000n;
const MOST_BLOCKS = 10_000n;
const MOST_LOGS = 20_000n;

/** How many blocks to ask for at once: providers limit it by blocks, logs, bytes or time. */
export type ChunkSize = {
  blocks(): bigint;
  /** Runs a request for so many blocks; shrinks when it proves too large for provider or memory. */
  attempt<Value extends { logCount: number }>(
    blocks: bigint,
    work: () => Promise<Value>,
  ): Promise<Value | "too large">;
};

/**
 * Starts in the middle, halves on a refusal, grows by a quarter with each success and aims at no more
 * than `MOST_LOGS` in one answer.
 */
export function createChunkSize(): ChunkSize {
  let size = FIRST_BLOCKS;
  return {
    blocks: () => size,
    async attempt(blocks, work) {
      try {
        const value = await work();
        if (value.logCount > MOST_LOGS)
          size = atLeastOne((blocks * MOST_LOGS) / BigInt(value.logCount));
        else if (blocks >= size) size = atMost(size + size / 4n + 1n, MOST_BLOCKS);
        return value;
      } catch (error) {
        if (blocks === 1n || !mayBeTooLarge(error)) throw error;
        size = blocks / 2n;
        return "too large";
      }
    },
  };
}

function atLeastOne(blocks: bigint): bigint {
  return blocks > 1n ? blocks : 1n;
}

function atMost(blocks: bigint, limit: bigint): bigint {
  return blocks < limit ? blocks : limit;
}

/** JSON-RPC codes, HTTP 413 or a timeout: what the many "range too large" answers have in common. */
function mayBeTooLarge(error: unknown): boolean {
  if (!(error instanceof BaseError)) return false;
  const reason = error.walk(
    (cause) =>
      cause instanceof InvalidParamsRpcError ||
      cause instanceof LimitExceededRpcError ||
      cause instanceof TimeoutError ||
      (cause instanceof Error && "code" in cause && cause.code === -32_000) ||
      (cause instanceof Error && "status" in cause && cause.status === 413),
  );
  return reason !== null;
}
