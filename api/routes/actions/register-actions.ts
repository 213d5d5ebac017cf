import { judgeActs } from "../../../core/acts/act.ts";
import { clocksOfEscrow, ESCROW_ACTS } from "../../../core/acts/escrow-acts.ts";
import { LISTING_ACTS, PURCHASE_ACTS } from "../../../core/acts/listing-acts.ts";
import { clocksOfOffer, OFFER_ACTS } from "../../../core/acts/offer-acts.ts";
import type { Snapshot } from "../../../core/db/consistent-read.ts";
import { keyOfChain } from "../../../core/db/keys.ts";
import { DomainError } from "../../../core/errors.ts";
import {
  findActContract,
  findEscrowContractsOf,
  findEscrowFacts,
  findListing,
  findOfferFacts,
  findOfferPlaces,
} from "../../../core/queries/act-facts.ts";
import { type ChainKey, publicId } from "../../../src/protocol/ids.ts";
import type { ApiDeps } from "../../deps.ts";
import { resolveId } from "../../http/resolve-id.ts";
import type { Router } from "../../http/router.ts";
import { getEscrowActions, getListingActions, getOfferActions } from "./actions.contract.ts";
import { type Actor, createActionAnswers, type FoundActs } from "./answer-actions.ts";

const idOf = ({ chainId, contract, number }: ChainKey) => publicId(chainId, contract, number);

async function findEscrowActs(snapshot: Snapshot, key: ChainKey, actor: Actor): Promise<FoundActs> {
  const facts = await findEscrowFacts(snapshot, keyOfChain(key));
  if (facts === undefined) throw new DomainError("ESCROW_NOT_FOUND", `No escrow ${idOf(key)}.`);
  const token = await findActContract(snapshot, key.contract);
  if (token === undefined) return { id: idOf(key), acts: [] };
  const whole = { ...facts, contract: token };
  const clocks = clocksOfEscrow(whole, snapshot.position.indexed.timestamp);
  const acts = judgeActs(ESCROW_ACTS, whole, clocks, actor);
  return { id: idOf(key), acts: acts.map((judged) => ({ judged, token })) };
}

async function findOfferActs(snapshot: Snapshot, key: ChainKey, actor: Actor): Promise<FoundActs> {
  const facts = await findOfferFacts(snapshot, keyOfChain(key));
  if (facts === undefined) throw new DomainError("OFFER_NOT_FOUND", `No offer ${idOf(key)}.`);
  const token = await findActContract(snapshot, key.contract);
  if (token === undefined) return { id: idOf(key), acts: [] };
  const whole = { ...facts, contract: token };
  const clocks = clocksOfOffer(whole, snapshot.position.indexed.timestamp);
  const acts = judgeActs(OFFER_ACTS, whole, clocks, actor);
  return { id: idOf(key), acts: acts.map((judged) => ({ judged, token })) };
}

/** A listing is changed on its marketplace and bought on every escrow contract that reads it. */
async function findListingActs(
  snapshot: Snapshot,
  key: ChainKey,
  actor: Actor,
): Promise<FoundActs> {
  const listing = await findListing(snapshot, keyOfChain(key));
  if (listing === undefined) throw new DomainError("LISTING_NOT_FOUND", `No listing ${idOf(key)}.`);
  const marketplace = await findActContract(snapshot, key.contract);
  const escrows = await findEscrowContractsOf(snapshot, key.contract);
  const { account } = actor;
  const places =
    account === undefined ? new Set() : await findOfferPlaces(snapshot, listing, account);
  const stages = [
    ...(marketplace === undefined ? [] : [{ token: marketplace, acts: LISTING_ACTS }]),
    ...escrows.map((token) => ({ token, acts: PURCHASE_ACTS })),
  ];
  const acts = stages.flatMap(({ token, acts }) => {
    const whole = { ...listing, contract: token, hasOfferPlace: places.has(token.address) };
    return judgeActs(acts, whole, [], actor).map((judged) => ({ judged, token }));
  });
  return { id: idOf(key), acts };
}

/** What can be done about an escrow, an offer or a listing. */
export function registerActions(app: Router, deps: ApiDeps): void {
  const answerActions = createActionAnswers(deps);

  app.openapi(getEscrowActions, async (c) => {
    const key = resolveId(deps.addressBook, "escrow", c.req.valid("param").id, "/path/id");
    const { account, minBlock, afterTx, maxLag, ...input } = c.req.valid("query");
    const freshness = { minBlock, afterTx, maxLag };
    const find = (snapshot: Snapshot, actor: Actor) => findEscrowActs(snapshot, key, actor);
    return answerActions(c, { account, input }, freshness, find);
  });

  app.openapi(getOfferActions, async (c) => {
    const key = resolveId(deps.addressBook, "escrow", c.req.valid("param").id, "/path/id");
    const { account, minBlock, afterTx, maxLag, ...input } = c.req.valid("query");
    const freshness = { minBlock, afterTx, maxLag };
    const find = (snapshot: Snapshot, actor: Actor) => findOfferActs(snapshot, key, actor);
    return answerActions(c, { account, input }, freshness, find);
  });

  app.openapi(getListingActions, async (c) => {
    const key = resolveId(deps.addressBook, "marketplace", c.req.valid("param").id, "/path/id");
    const { account, minBlock, afterTx, maxLag, ...input } = c.req.valid("query");
    const freshness = { minBlock, afterTx, maxLag };
    const find = (snapshot: Snapshot, actor: Actor) => findListingActs(snapshot, key, actor);
    return answerActions(c, { account, input }, freshness, find);
  });
}
