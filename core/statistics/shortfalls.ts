import { finalRows, type Snapshot } from "../db/consistent-read.ts";
import {
  findShortAccounts,
  findShortEscrows,
  findTouchedAccounts,
  type ShortAccount,
} from "../queries/shortfalls.ts";
import type { SolvencyFilter } from "../queries/solvency.ts";
import type { Shortfall } from "./solvency.ts";

/** How many accounts with too little are named for each contract and token. */
export const NAMED_SHORTFALLS = 20;

/** Accounts that are read again one by one; above that the sums of all are as good. */
const MOST_TOUCHED = 500;

/** Accounts with too little that are kept; a market with more has other troubles. */
const MOST_KEPT = 20_000;

/** What was found once, as far as nothing can change it any more. */
type Kept = {
  era: string;
  /** A final block. */
  final: bigint;
  /** Accounts with too little of which nothing changed after that block. */
  settled: readonly ShortAccount[];
  /** Accounts that had changed after it by then: whether they had too little at it is not known. */
  unsettled: ReadonlySet<string>;
};

/**
 * Which accounts have too little. Sums over the whole ledger cost several times what a request may
 * take, so what was found of accounts that nothing touched after a final block is kept, and only
 * those touched since are summed again. What is final cannot be taken back, so that this is exact for
 * every snapshot at or after that block; a publication or a repair, which may change even that, begins
 * a new era.
 */
export class ShortAccounts {
  #kept: Kept | undefined;

  /** All of a snapshot, in no order. */
  async find(snapshot: Snapshot, era: string): Promise<ShortAccount[]> {
    const { indexed, position } = snapshot;
    const { chainId } = position;
    const kept = this.#kept;
    if (kept?.era === era && kept.final <= position.indexed.number) {
      const touched = await touchedAfter(snapshot, kept.final);
      for (const account of kept.unsettled) touched.add(account);
      if (touched.size <= MOST_TOUCHED) {
        const again = await findShortAccounts(indexed, chainId, [...touched]);
        return [...kept.settled.filter(({ account }) => !touched.has(account)), ...again];
      }
    }
    const all = await findShortAccounts(indexed, chainId);
    await this.#keep(snapshot, era, all);
    return all;
  }

  async #keep(snapshot: Snapshot, era: string, all: readonly ShortAccount[]): Promise<void> {
    const { heads, indexed } = snapshot.position;
    const final = finalRows(heads);
    if (final === undefined || final > indexed.number || all.length > MOST_KEPT) return;
    const unsettled = await touchedAfter(snapshot, final);
    // So much happened since that everything would be summed again at once.
    if (unsettled.size > MOST_TOUCHED / 2) return;
    const settled = all.filter(({ account }) => !unsettled.has(account));
    this.#kept = { era, final, settled, unsettled };
  }
}

async function touchedAfter({ indexed, position }: Snapshot, after: bigint): Promise<Set<string>> {
  const most = MOST_TOUCHED + 1;
  return new Set(await findTouchedAccounts(indexed, position.chainId, { after, most }));
}

/** The accounts of one contract and token with too little; amounts in base units. */
export type Shortfalls = {
  count: number;
  /** What all of them lack. */
  missingUnits: bigint;
  /** Those that lack most, the worst first. */
  largest: Shortfall[];
};

export const NO_SHORTFALLS: Shortfalls = { count: 0, missingUnits: 0n, largest: [] };

/** Shortfalls, and whose they are. */
export type PairShortfalls = Shortfalls & Pick<ShortAccount, "contract" | "token">;

const missingOf = ({ owedUnits, heldUnits }: ShortAccount) => owedUnits - heldUnits;

const byMissing = (one: ShortAccount, other: ShortAccount) => {
  const [less, more] = [missingOf(one), missingOf(other)];
  if (less !== more) return less > more ? -1 : 1;
  return one.account < other.account ? -1 : 1;
};

/** Counts accounts with too little by contract and token, and looks up the largest of each. */
export async function shortfallsOf(
  { indexed, position }: Snapshot,
  accounts: readonly ShortAccount[],
  { contract, token }: SolvencyFilter,
): Promise<PairShortfalls[]> {
  const pairs = Map.groupBy(
    accounts.filter(
      (one) => (contract ?? one.contract) === one.contract && (token ?? one.token) === one.token,
    ),
    (one) => `${one.contract} ${one.token}`,
  );
  const ranked = [...pairs.values()].map((rows) => rows.sort(byMissing));
  const named = ranked.flatMap((rows) => rows.slice(0, NAMED_SHORTFALLS));
  const escrows = await findShortEscrows(
    indexed,
    position.chainId,
    named.flatMap((one) => {
      const escrowId = escrowOf(one);
      return escrowId === undefined ? [] : [{ contract: one.contract, escrowId }];
    }),
  );
  return ranked.flatMap((rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    return {
      contract: first.contract,
      token: first.token,
      count: rows.length,
      missingUnits: rows.reduce((sum, row) => sum + missingOf(row), 0n),
      largest: rows.slice(0, NAMED_SHORTFALLS).map((row) => ({
        ...row,
        escrow: escrows.find(
          (one) => one.contract === row.contract && one.escrowId === escrowOf(row),
        ),
      })),
    };
  });
}

/** Number of the escrow in the name of its account. */
function escrowOf({ account }: ShortAccount): bigint | undefined {
  const [kind, number] = account.split(":");
  return kind === "escrow" && number !== undefined ? BigInt(number) : undefined;
}
