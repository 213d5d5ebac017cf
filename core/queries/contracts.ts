import type { ContractKind, Generation } from "../../src/protocol/states.ts";
import type { Snapshot } from "../db/consistent-read.ts";
import { isAmong, type Key, keyText } from "../db/keys.ts";
import type { KeyColumn } from "../db/keyset.ts";
import { defineSource, type SourceRow } from "../db/source.ts";

const BY_BLOCK = [
  { name: "firstSeenBlock", type: "int8" },
  { name: "address", type: "address" },
] as const satisfies KeyColumn[];

export type ContractFilter = {
  kind?: readonly ContractKind[] | undefined;
  generation?: readonly Generation[] | undefined;
  isPaused?: boolean | undefined;
  isEmergency?: boolean | undefined;
  token?: `0x${string}` | undefined;
  marketplace?: `0x${string}` | undefined;
};

/** Every contract that has had an event; a deployments file names a few dozen at most. */
export const CONTRACTS = defineSource({
  table: "contract",
  select: ({ indexed }) =>
    indexed
      .selectFrom("contract")
      .select(["chainId", "address", "kind", "generation", "implementation", "owner", "isPaused"])
      .select(["token", "marketplace", "treasury", "agent", "safetyWallet"])
      .select(["emergencyActivatedAt", "transitionPeriodSeconds", "genesisOpen", "platformFeeBps"])
      .select(["listingCount", "escrowCount", "offerCount", "firstSeenBlock", "updatedBlock"]),
  key: [
    { name: "chainId", type: "int4" },
    { name: "address", type: "address" },
  ],
  changedBlock: "updatedBlock",
  sorts: {
    newest: { columns: BY_BLOCK, order: "desc" },
    oldest: { columns: BY_BLOCK, order: "asc" },
  },
  where: (all, filter: ContractFilter) => {
    let query = all;
    const { isPaused, isEmergency } = filter;
    if (filter.kind) query = query.where("contract.kind", "in", filter.kind);
    if (filter.generation) query = query.where("contract.generation", "in", filter.generation);
    if (isPaused !== undefined) query = query.where("contract.isPaused", "=", isPaused);
    if (isEmergency !== undefined) {
      query = query.where("contract.emergencyActivatedAt", isEmergency ? "is not" : "is", null);
    }
    if (filter.token) query = query.where("contract.token", "=", filter.token);
    if (filter.marketplace) query = query.where("contract.marketplace", "=", filter.marketplace);
    return query;
  },
});

/** A contract with its settings as of the last event. */
export type ContractRow = SourceRow<typeof CONTRACTS>;

/** Implementations that proxies have run, each valid from its block on (trap 43). */
export async function findImplementations(
  { indexed }: Snapshot,
  contracts: readonly Key[],
): Promise<Map<string, ImplementationRow[]>> {
  if (contracts.length === 0) return new Map();
  const rows = await selectImplementations(indexed, contracts).execute();
  return Map.groupBy(rows, (row) => keyText([row.chainId, row.contract]));
}

function selectImplementations(indexed: Snapshot["indexed"], contracts: readonly Key[]) {
  const columns = [
    { name: "chainId", type: "int4" },
    { name: "contract", type: "address" },
  ] as const satisfies KeyColumn[];
  return indexed
    .selectFrom("contractImplementation")
    .select(["chainId", "contract", "fromBlock", "logIndex", "implementation", "generation"])
    .select(["upgradedAt", "txHash"])
    .where(isAmong("contractImplementation", columns, contracts))
    .orderBy("fromBlock")
    .orderBy("logIndex");
}

/** One implementation of one proxy. */
export type ImplementationRow = Awaited<
  ReturnType<ReturnType<typeof selectImplementations>["execute"]>
>[number];
