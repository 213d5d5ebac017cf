import { type Abi, type Hex, pad, toEventSelector } from "viem";
import {
  AgentEscrowAbi,
  EntitlementsAbi,
  EscrowAbi,
  MarketplaceAbi,
  TokenAbi,
} from "../../abis/index.ts";
import {
  addressesOf,
  type Deployment,
  firstBlockOf,
  tokensOf,
  watchedContracts,
} from "../../core/deployments/deployment.ts";
import { ZERO_ADDRESS } from "../../src/protocol/constants.ts";
import type { ContractKind } from "../../src/protocol/states.ts";

const ABIS: Record<Exclude<ContractKind, "token">, Abi> = {
  marketplace: MarketplaceAbi,
  escrow: EscrowAbi,
  agentEscrow: AgentEscrowAbi,
  entitlement: EntitlementsAbi,
};

/** The parts of a log that say whether Ponder keeps it. */
type Log = { address: Hex; topics: readonly Hex[] };

/** What Ponder asks for with the sources of `ponder.config.ts`. */
export type SyncScope = {
  chainId: number;
  startBlock: number;
  /** Ids under which Ponder notes the intervals that it has: one for each event of each contract. */
  fragments: readonly string[];
  /** Whether a log that is ours is one of an event that the ABIs know. */
  hasEvent(log: Log): boolean;
  /** Whether the block itself is asked for, whatever is in it. */
  wantsBlock(number: number): boolean;
};

/**
 * The sources of `ponder.config.ts` as Ponder's cache names them (`runtime/fragments.ts`). Every event
 * of the ABIs is in it, handled or not, so that a later release that handles more finds it.
 */
export function syncScopeOf(deployment: Deployment, extraTokens: readonly Hex[]): SyncScope {
  const { chainId, genesisCheckInterval } = deployment;
  const startBlock = firstBlockOf(deployment);
  const tokens = orNone([...new Set([...tokensOf(deployment), ...extraTokens])]);
  const holders = orNone(watchedContracts(deployment).map((entry) => entry.address));
  const fragments: string[] = [
    `block_${chainId}_${genesisCheckInterval}_${startBlock % genesisCheckInterval}`,
  ];
  const topicsOf = new Map<Hex, Set<Hex>>();
  for (const [kind, abi] of Object.entries(ABIS)) {
    const selectors = selectorsOf(abi);
    for (const address of orNone(addressesOf(deployment, kind as ContractKind))) {
      topicsOf.set(address, new Set([...(topicsOf.get(address) ?? []), ...selectors]));
      for (const selector of selectors) fragments.push(fragmentOf(chainId, address, [selector]));
    }
  }
  const [transfer] = selectorsOf(TokenAbi.filter(isTransfer));
  for (const token of tokens) {
    topicsOf.set(token, new Set([...(topicsOf.get(token) ?? []), transfer as Hex]));
    for (const holder of holders.map((address) => pad(address, { size: 32 }))) {
      fragments.push(fragmentOf(chainId, token, [transfer, holder]));
      fragments.push(fragmentOf(chainId, token, [transfer, undefined, holder]));
    }
  }
  return {
    chainId,
    startBlock,
    fragments: [...new Set(fragments)],
    hasEvent: ({ address, topics: [topic] }) =>
      topic !== undefined && topicsOf.get(address)?.has(topic) === true,
    wantsBlock: (number) => (number - startBlock) % genesisCheckInterval === 0,
  };
}

function isTransfer(item: Abi[number]): boolean {
  return item.type === "event" && item.name === "Transfer";
}

function selectorsOf(abi: Abi): Hex[] {
  return abi.flatMap((item) => (item.type === "event" ? [toEventSelector(item)] : []));
}

function fragmentOf(chainId: number, address: Hex, topics: readonly (Hex | undefined)[]): string {
  const places = [0, 1, 2, 3].map((place) => topics[place] ?? "null");
  // The last part says whether receipts are kept with it; no source asks for them.
  return `log_${chainId}_${address}_${places.join("_")}_0`;
}

/** As in `ponder.config.ts`: the zero address stands for "no contract of this kind". */
function orNone(addresses: Hex[]): Hex[] {
  return addresses.length > 0 ? addresses : [ZERO_ADDRESS];
}
