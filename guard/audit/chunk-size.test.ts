import { InvalidParamsRpcError, LimitExceededRpcError } from "viem";
import { expect, test } from "vitest";
import { createChunkSize } from "./chunk-size.ts";

const answer = async (logCount: number) => ({ logCount });
const refuse = async () => {
  throw new LimitExceededRpcError(new Error("query returned more than 10000 results"));
};

test("a refused range is halved until the provider takes it", async () => {
  const chunk = createChunkSize();
  const first = chunk.blocks();
  expect(await chunk.attempt(first, refuse)).toBe("too large");
  expect(chunk.blocks()).toBe(first / 2n);
  expect(await chunk.attempt(first / 2n, refuse)).toBe("too large");
  expect(chunk.blocks()).toBe(first / 4n);
});

test("a single block that is refused is an error, not an endless loop", async () => {
  const chunk = createChunkSize();
  const invalid = async () => {
    throw new InvalidParamsRpcError(new Error("block range too large"));
  };
  await expect(chunk.attempt(1n, invalid)).rejects.toThrow();
});

test("an error that has nothing to do with size is passed on", async () => {
  const chunk = createChunkSize();
  const size = chunk.blocks();
  await expect(
    chunk.attempt(size, async () => {
      throw new Error("connection refused");
    }),
  ).rejects.toThrow("connection refused");
  expect(chunk.blocks()).toBe(size);
});

test("success makes the next range larger, up to a limit", async () => {
  const chunk = createChunkSize();
  for (let attempt = 0; attempt < 50; attempt += 1) {
    await chunk.attempt(chunk.blocks(), () => answer(1));
  }
  expect(chunk.blocks()).toBe(10_000n);
});

test("an answer with too many logs makes the next range smaller", async () => {
  const chunk = createChunkSize();
  await chunk.attempt(2_000n, () => answer(200_000));
  expect(chunk.blocks()).toBe(200n);
});
