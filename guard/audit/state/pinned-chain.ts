import type { Address, Hex } from "viem";
import type { BlockRef } from "../../chain/chain-source.ts";
import { RpcFailure } from "../../providers/json-rpc.ts";
import type { Provider } from "../../providers/provider.ts";
import type { Query } from "./query.ts";

/** No provider could answer at the block, e.g. because none keeps a state that old. */
export class StateUnavailable extends Error {
  override name = "StateUnavailable";
}

/** The state of a chain at one block. */
export type PinnedChain = {
  block: BlockRef;
  /** Asks views of contracts, in the order of the queries. */
  ask<Answer>(queries: readonly Query<Answer>[]): Promise<Answer[]>;
  askOne<Answer>(query: Query<Answer>): Promise<Answer>;
  /** Whether anything was deployed at the address by then. */
  hasCode(address: Address): Promise<boolean>;
  /** The word in a storage slot as a number. */
  storage(address: Address, slot: bigint): Promise<bigint>;
};

/**
 * Reads at the hash of a block (EIP-1898), so that no answer can stem from another fork. A provider
 * that fails is left for the next one; calls of one moment travel in batches.
 * @throws StateUnavailable when every provider fails
 */
export function pinChain(
  providers: readonly Pick<Provider, "host" | "call">[],
  block: BlockRef,
): PinnedChain {
  const at = { blockHash: block.hash, requireCanonical: true };
  const firstAnswer = async <Value>(
    read: (provider: Pick<Provider, "call">) => Promise<Value>,
  ): Promise<Value> => {
    const reasons: string[] = [];
    for (const provider of providers) {
      try {
        return await read(provider);
      } catch (error) {
        if (error instanceof RpcFailure && error.isRevert()) throw error;
        reasons.push(`${provider.host}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    throw new StateUnavailable(
      `no provider answers at block ${block.number} (${reasons.join("; ")})`,
    );
  };
  const ask = <Answer>(queries: readonly Query<Answer>[]) =>
    firstAnswer((provider) =>
      Promise.all(
        queries.map(async ({ to, data, decode }) =>
          decode(await provider.call<Hex>("eth_call", [{ to, data }, at])),
        ),
      ),
    );
  return {
    block,
    ask,
    askOne: async <Answer>(query: Query<Answer>) => (await ask([query]))[0] as Answer,
    hasCode: async (address) =>
      (await firstAnswer((provider) => provider.call<Hex>("eth_getCode", [address, at]))) !== "0x",
    storage: async (address, slot) =>
      BigInt(
        await firstAnswer((provider) =>
          provider.call<Hex>("eth_getStorageAt", [address, `0x${slot.toString(16)}`, at]),
        ),
      ),
  };
}
