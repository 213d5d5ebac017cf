import type { MarketView } from "./market-view.ts";
import { type Release, type Row, rowsOf } from "./rows.ts";

/**
 * Token balances against `balanceOf`, and the double-entry ledger against both: what an account of a
 * contract was credited less what it was debited adds up to what the contract holds.
 */
export function compareMoney(view: MarketView, release: Release): string[] {
  return view.balances.flatMap(({ contract, token, units }) => {
    const row = rowsOf(release, "token_balance", contract, "token").get(token);
    const balance = BigInt(String(row?.balance_units ?? 0));
    const ledger = accountsOf(release, contract, token);
    const total = [...ledger.values()].reduce((sum, part) => sum + part, 0n);
    return [
      ...(balance === units ? [] : [`token_balance ${contract}: ${balance}, balanceOf ${units}`]),
      ...(total === units ? [] : [`token_movement ${contract}: sums up to ${total}, not ${units}`]),
      ...stakeDifferences(view, contract, ledger),
    ];
  });
}

/** Balance of every account inside a contract, e.g. `escrow:7`; `?` where none is named. */
export function accountsOf(release: Release, contract: string, token: string): Map<string, bigint> {
  const balances = new Map<string, bigint>();
  const book = (account: unknown, units: bigint) => {
    const name = String(account ?? "?");
    balances.set(name, (balances.get(name) ?? 0n) + units);
  };
  for (const row of release.get("token_movement") ?? []) {
    if (row.token !== token) continue;
    const units = BigInt(String(row.amount_units));
    if (isFrom(row, contract)) book(row.debit_account, -units);
    if (isTo(row, contract)) book(row.credit_account, units);
  }
  return balances;
}

const isFrom = (row: Row, contract: string) => row.from === contract;
const isTo = (row: Row, contract: string) => row.to === contract;

/** The account of a seller's stake holds what the contract has on record for it. */
function stakeDifferences(
  view: MarketView,
  contract: string,
  ledger: ReadonlyMap<string, bigint>,
): string[] {
  if (contract !== view.market.marketplace.address || isTaxed(view)) return [];
  return [...view.sellers].flatMap(([account, { stake }]) => {
    const held = ledger.get(`stake:${account}`) ?? 0n;
    return held === stake.stakeAmount
      ? []
      : [`token_movement stake:${account}: ${held}, stake ${stake.stakeAmount}`];
  });
}

/** A token that keeps a share of each transfer delivers less than the nominal stake (trap 25). */
function isTaxed(view: MarketView): boolean {
  return view.market.token.kind === "fee-on-transfer";
}
