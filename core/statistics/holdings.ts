import type { Snapshot } from "../db/consistent-read.ts";
import {
  findBalances,
  findDisputesAtRisk,
  findFreeMoney,
  findLastEvents,
  findObligations,
  type SolvencyFilter,
} from "../queries/solvency.ts";
import type { Facts } from "./facts-memory.ts";
import {
  NO_SHORTFALLS,
  type PairShortfalls,
  type ShortAccounts,
  type Shortfalls,
  shortfallsOf,
} from "./shortfalls.ts";
import { type ComparisonBlock, comparisonBlock } from "./solvency.ts";

type Rows<Find extends (...args: never[]) => Promise<readonly unknown[]>> = Awaited<
  ReturnType<Find>
>;

/** All that the index knows of what one contract owes and holds of one token. */
export type Holding = {
  contract: `0x${string}`;
  /** Null where the token of the contract is not known. */
  token: `0x${string}` | null;
  obligations: Rows<typeof findObligations>;
  owedUnits: bigint;
  /** Sum of all transfers; null when the transfers of the token are not indexed. */
  indexedUnits: bigint | null;
  freeMoney: Rows<typeof findFreeMoney>;
  shortfalls: Shortfalls;
  disputesAtRisk: Rows<typeof findDisputesAtRisk>;
  /** Block at which the chain is to be asked for its balance. */
  comparison: ComparisonBlock;
};

/** What the facts say about every contract; blocks without an event change nothing of it. */
export type Ledger = {
  obligations: Rows<typeof findObligations>;
  balances: Rows<typeof findBalances>;
  freeMoney: Rows<typeof findFreeMoney>;
  shortfalls: PairShortfalls[];
  disputes: Rows<typeof findDisputesAtRisk>;
  lastEvents: Awaited<ReturnType<typeof findLastEvents>>;
};

async function readLedger(
  snapshot: Snapshot,
  filter: SolvencyFilter,
  { accounts, era }: { accounts: ShortAccounts; era: string },
): Promise<Ledger> {
  const { indexed, position } = snapshot;
  const { chainId } = position;
  const obligations = await findObligations(indexed, chainId, filter);
  const balances = await findBalances(indexed, chainId, filter);
  const contracts = new Set([...obligations, ...balances].map(({ contract }) => contract));
  return {
    obligations,
    balances,
    freeMoney: await findFreeMoney(indexed, chainId, filter),
    shortfalls: await shortfallsOf(snapshot, await accounts.find(snapshot, era), filter),
    disputes: await findDisputesAtRisk(indexed, chainId, filter),
    lastEvents: await findLastEvents(indexed, chainId, [...contracts]),
  };
}

/**
 * Every pair of contract and token with an obligation or a transfer, in one snapshot.
 *
 * @param known what facts have come to, and which accounts had too little before
 */
export async function readHoldings(
  snapshot: Snapshot,
  filter: SolvencyFilter,
  { facts, accounts }: { facts: Facts<Ledger>; accounts: ShortAccounts },
): Promise<Holding[]> {
  const { heads, indexed } = snapshot.position;
  const { obligations, balances, freeMoney, shortfalls, disputes, lastEvents } =
    await facts.remember(`${filter.contract} ${filter.token}`, () =>
      readLedger(snapshot, filter, { accounts, era: facts.era }),
    );

  const pairs = new Map([...obligations, ...balances].map((row) => [pairOf(row), row]));
  return [...pairs.keys()].sort().map((pair) => {
    const { contract, token } = pairs.get(pair) as (typeof obligations)[number];
    const ofPair = <Row extends { contract: string; token: string | null }>(rows: readonly Row[]) =>
      rows.filter((row) => pairOf(row) === pair);
    const owed = ofPair(obligations);
    const [balance] = ofPair(balances);
    const lastEvent = lastEvents.get(contract) ?? 0n;
    const lastTransfer = balance?.updatedBlock ?? 0n;
    return {
      contract,
      token,
      obligations: owed,
      owedUnits: owed.reduce((sum, { owedUnits }) => sum + owedUnits, 0n),
      indexedUnits: balance?.balanceUnits ?? null,
      freeMoney: ofPair(freeMoney),
      shortfalls: ofPair(shortfalls)[0] ?? NO_SHORTFALLS,
      disputesAtRisk: ofPair(disputes),
      comparison: comparisonBlock(
        indexed.number,
        heads,
        lastEvent > lastTransfer ? lastEvent : lastTransfer,
      ),
    };
  });
}

const pairOf = ({ contract, token }: { contract: string; token: string | null }) =>
  `${contract} ${token}`;
