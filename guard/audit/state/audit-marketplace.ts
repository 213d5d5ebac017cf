import type { Address } from "viem";
import type { Generation } from "../../../src/protocol/states.ts";
import {
  expectedListing,
  expectedSeller,
  expectedStake,
  type SellerView,
} from "./expected-rows.ts";
import type { PinnedChain } from "./pinned-chain.ts";
import type { RowReader } from "./row-reader.ts";
import type { Tally } from "./tally.ts";
import { listingView, marketplaceView } from "./views.ts";
import { lower } from "./words.ts";

/** Ids or accounts that are asked for together. */
export const PAGE = 200;

/** The counter of listings is private, in the first storage slot (domain A.7). */
const LISTING_COUNTER_SLOT = 0n;

export type AuditedContract = { address: Address; generation: Generation };

/** What a comparison of one contract works with. */
export type AuditTools = {
  chain: PinnedChain;
  rows: RowReader;
  tally: Tally;
  /** Called after each page. */
  onPage(): void;
};

/** Compares a marketplace's settings, listings, sellers and stakes; returns its payment token. */
export async function auditMarketplace(
  { address, generation }: AuditedContract,
  tools: AuditTools,
): Promise<Address> {
  const { chain, rows, tally } = tools;
  const names = ["owner", "paused", "idrxToken", "agentAddress"];
  const [owner, isPaused, token, agent] = await chain.ask(
    names.map((name) => marketplaceView<unknown>(address, name)),
  );
  const count = await chain.storage(address, LISTING_COUNTER_SLOT);
  tally.compare(
    "contract",
    address,
    {
      generation,
      owner: lower(String(owner)),
      is_paused: isPaused === true,
      token: lower(String(token)),
      agent: lower(String(agent)),
      listing_count: count,
    },
    await rows.contract(address),
  );
  await auditListings(address, count, lower(String(token)), tools);
  await auditSellers(address, generation, tools);
  return lower(String(token)) as Address;
}

async function auditListings(
  address: Address,
  count: bigint,
  token: string,
  { chain, rows, tally, onPage }: AuditTools,
): Promise<void> {
  const place = { table: "listing", id: "listing_id" } as const;
  for (let from = 0n; from < count; from += BigInt(PAGE)) {
    const ids = idsFrom(from, count - 1n);
    const views = await chain.ask(ids.map((id) => listingView(address, id)));
    const found = await rows.between(place, address, from, ids.at(-1) ?? from);
    for (const view of views) {
      const row = found.get(String(view.id));
      tally.compare("listing", `${address}-${view.id}`, expectedListing(view, token), row);
    }
    onPage();
  }
  for (const [id, row] of await rows.beyond(place, address, count - 1n, chain.block.number)) {
    tally.compare("listing", `${address}-${id}`, undefined, { ...row, updated_block: 0 });
  }
}

async function auditSellers(
  address: Address,
  generation: Generation,
  { chain, rows, tally, onPage }: AuditTools,
): Promise<void> {
  for (let after = "", page = [{}] as Record<string, unknown>[]; page.length > 0; ) {
    page = await rows.sellersAfter(address, after, PAGE);
    const accounts = page.map((row) => String(row.seller));
    const views = await sellerViews(chain, address, generation, accounts);
    const stakes = await rows.stakes(address, accounts);
    for (const [index, account] of accounts.entries()) {
      const view = views[index] as SellerView;
      const key = `${address}-${account}`;
      tally.compare("seller", key, expectedSeller(view), page[index]);
      const stake = stakes.get(account);
      const isStaked = stake !== undefined || view.stake.stakedAt !== 0n;
      tally.compare("seller_stake", key, isStaked ? expectedStake(view) : undefined, stake);
    }
    after = accounts.at(-1) ?? after;
    onPage();
  }
}

async function sellerViews(
  chain: PinnedChain,
  address: Address,
  generation: Generation,
  accounts: readonly string[],
): Promise<SellerView[]> {
  const names = [
    ...["sellerActivity", "sellerStakes", "activeListingsCount", "isGenesisSeller"],
    ...(generation === "M3" ? ["emergencyWithdrawTime"] : []),
  ];
  const answers = await chain.ask(
    accounts.flatMap((account) =>
      names.map((name) => marketplaceView<unknown>(address, name, account)),
    ),
  );
  return accounts.map((_, index) => {
    const [activity, stake, activeListings, isGenesis, emergencyWithdrawAt = 0n] = answers.slice(
      index * names.length,
      (index + 1) * names.length,
    );
    return { activity, stake, activeListings, isGenesis, emergencyWithdrawAt } as SellerView;
  });
}

/** Up to a page of ids, none above `last`. */
export function idsFrom(from: bigint, last: bigint): bigint[] {
  const length = Math.min(PAGE, Number(last - from + 1n));
  return Array.from({ length }, (_, index) => from + BigInt(index));
}
