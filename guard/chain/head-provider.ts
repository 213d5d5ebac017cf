import type { Hex } from "viem";
import { proveHeader } from "../proof/prove-header.ts";
import type { RpcHeader } from "../proof/rpc-block.ts";
import { RPC_CODES, RpcFailure, Unproved } from "../providers/json-rpc.ts";
import type { Provider } from "../providers/provider.ts";
import type { BlockRef } from "./chain-source.ts";

/** A block as far as the heads need it; the time in unix seconds. */
export type Header = BlockRef & { parentHash: Hex; timestamp: bigint };

export type Tag = "latest" | "safe" | "finalized";

/** One node as the heads are asked of it, known by host. */
export type HeadProvider = {
  name: string;
  chainId(): Promise<number>;
  /**
   * The block behind a tag, or undefined where the chain does not know the tag.
   * @throws Unproved when its hash is not that of its fields
   */
  findTagged(tag: Tag): Promise<Header | undefined>;
  /**
   * The node's canonical block of that number, or undefined when it has none (yet).
   * @throws Unproved when its hash is not that of its fields, or it is another block
   */
  findBlock(number: bigint): Promise<Header | undefined>;
};

/** What a node answers for a block that is pending. */
type Pending = { number: null } | { hash: null };

/**
 * Asks a provider for heads; no question takes longer than `deadlineMs`, retries included. A hash
 * counts only when it is that of the header's own fields: so a number, a parent and a time cannot be
 * told apart from it.
 */
export function headProvider(
  provider: Pick<Provider, "host" | "call">,
  deadlineMs: number,
): HeadProvider {
  const ask = <Result>(method: string, params: unknown[]) =>
    within(deadlineMs, provider.call<Result>(method, params));
  const find = async (which: string) =>
    toHeader(await ask<RpcHeader | Pending | null>("eth_getBlockByNumber", [which, false]));
  return {
    name: provider.host,
    chainId: async () => Number(await ask<Hex>("eth_chainId", [])),
    async findBlock(number) {
      const block = await find(`0x${number.toString(16)}`);
      if (block === undefined || block.number === number) return block;
      throw new Unproved(`block ${number}: got number ${block.number}`);
    },
    findTagged: (tag) =>
      find(tag).catch((error) => {
        if (error instanceof RpcFailure && isUnknownTag(error)) return undefined;
        throw error;
      }),
  };
}

/** How nodes refuse a tag that their chain does not have, or has no block for yet. */
function isUnknownTag({ code, message }: RpcFailure): boolean {
  return code === RPC_CODES.invalidParams || /unknown block|block not found/i.test(message);
}

/** @throws Unproved */
function toHeader(block: RpcHeader | Pending | null): Header | undefined {
  if (block === null || !("hash" in block && "number" in block)) return undefined;
  if (block.number === null || block.hash === null) return undefined;
  const verdict = proveHeader(block);
  if (!verdict.isProved) throw new Unproved(`block ${block.number}: ${verdict.reason}`);
  return {
    number: BigInt(block.number),
    hash: block.hash,
    parentHash: block.parentHash,
    timestamp: BigInt(block.timestamp),
  };
}

/** A provider that hangs must not hold up what the others say. */
async function within<Value>(milliseconds: number, work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("no answer in time")), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
