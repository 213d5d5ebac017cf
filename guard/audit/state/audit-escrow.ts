import type { Address } from "viem";
import { hasOffers } from "../../../src/protocol/generations.ts";
import type { Generation } from "../../../src/protocol/states.ts";
import { type AuditedContract, type AuditTools, idsFrom, PAGE } from "./audit-marketplace.ts";
import { expectedDispute, expectedEscrow, expectedHold, expectedOffer } from "./expected-rows.ts";
import { disputeView, escrowSetting, escrowView, holdView, offerView } from "./views.ts";
import { lower } from "./words.ts";

type Settings = { marketplace: string | null; token: Address };

/**
 * Compares an escrow contract's settings, escrows, holds, disputes and offers; returns its token.
 * @param configured marketplace of the deployments file, for E0, which has no link of its own
 */
export async function auditEscrow(
  { address, generation }: AuditedContract,
  configured: string | null,
  tools: AuditTools,
): Promise<Address> {
  const { chain, rows, tally } = tools;
  const one = async <Answer>(name: string, isKnown = true) =>
    isKnown ? await chain.askOne(escrowSetting<Answer>(address, name)) : undefined;
  const link = await one<Address>("marketplaceAddress", generation !== "E0");
  const token = lower((await one<Address>("idrxToken")) ?? "") as Address;
  const settings = { marketplace: link === undefined ? configured : lower(link), token };
  const escrowCount = (await one<bigint>("escrowCounter")) ?? 0n;
  const offerCount = (await one<bigint>("offerCounter", hasOffers(generation))) ?? 0n;
  const safetyWallet = await one<Address>("safetyWallet", hasOffers(generation));
  const isEmergency = await one<boolean>("emergencyMode");
  tally.compare(
    "contract",
    address,
    {
      generation,
      owner: lower((await one<Address>("owner")) ?? ""),
      is_paused: (await one<boolean>("paused")) ?? false,
      token,
      treasury: lower((await one<Address>("treasuryAddress")) ?? ""),
      marketplace: settings.marketplace,
      safety_wallet: safetyWallet === undefined ? null : lower(safetyWallet),
      transition_period_seconds:
        (await one<bigint>("transitionPeriod", generation === "E3")) ?? null,
      emergency_activated_at: isEmergency
        ? ((await one<bigint>("emergencyActivatedAt")) ?? null)
        : null,
      escrow_count: escrowCount,
      offer_count: offerCount,
    },
    await rows.contract(address),
  );
  await auditEscrows(address, generation, escrowCount, settings, tools);
  await auditOffers(address, generation, offerCount, settings, tools);
  return token;
}

async function auditEscrows(
  address: Address,
  generation: Generation,
  count: bigint,
  settings: Settings,
  { chain, rows, tally, onPage }: AuditTools,
): Promise<void> {
  for (let from = 1n; from <= count; from += BigInt(PAGE)) {
    const ids = idsFrom(from, count);
    const to = ids.at(-1) ?? from;
    const [escrows, holds, disputes] = await Promise.all([
      chain.ask(ids.map((id) => escrowView(address, generation, id))),
      chain.ask(ids.map((id) => holdView(address, id))),
      chain.ask(ids.map((id) => disputeView(address, id))),
    ]);
    const idOf = { id: "escrow_id" } as const;
    const escrowRows = await rows.between({ table: "escrow", ...idOf }, address, from, to);
    const holdRows = await rows.between({ table: "transition_hold", ...idOf }, address, from, to);
    const disputeRows = await rows.between({ table: "dispute", ...idOf }, address, from, to);
    for (const [index, escrow] of escrows.entries()) {
      const [id, hold, dispute] = [String(ids[index]), holds[index], disputes[index]];
      if (hold === undefined || dispute === undefined) throw new Error("an answer is missing");
      const key = `${address}-${id}`;
      tally.compare("escrow", key, expectedEscrow(escrow, settings), escrowRows.get(id));
      tally.compare("transition_hold", key, expectedHold(hold, escrow), holdRows.get(id));
      tally.compare("dispute", key, expectedDispute(dispute, hold), disputeRows.get(id));
    }
    onPage();
  }
  const place = { table: "escrow", id: "escrow_id" } as const;
  for (const [id, row] of await rows.beyond(place, address, count, chain.block.number)) {
    tally.compare("escrow", `${address}-${id}`, undefined, { ...row, updated_block: 0 });
  }
}

async function auditOffers(
  address: Address,
  generation: Generation,
  count: bigint,
  settings: Settings,
  { chain, rows, tally, onPage }: AuditTools,
): Promise<void> {
  const place = { table: "offer", id: "offer_id" } as const;
  for (let from = 1n; from <= count; from += BigInt(PAGE)) {
    const ids = idsFrom(from, count);
    const offers = await chain.ask(ids.map((id) => offerView(address, generation, id)));
    const found = await rows.between(place, address, from, ids.at(-1) ?? from);
    for (const [index, offer] of offers.entries()) {
      const id = String(ids[index]);
      const expected = expectedOffer(offer, settings);
      tally.compare("offer", `${address}-${id}`, expected, found.get(id));
    }
    onPage();
  }
  for (const [id, row] of await rows.beyond(place, address, count, chain.block.number)) {
    tally.compare("offer", `${address}-${id}`, undefined, { ...row, updated_block: 0 });
  }
}
