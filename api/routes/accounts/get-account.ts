import type { z } from "@hono/zod-openapi";
import type { Snapshot } from "../../../core/db/consistent-read.ts";
import type { Source } from "../../../core/db/source.ts";
import { AGENT_PAYMENTS, AGENTS } from "../../../core/queries/agents.ts";
import { DISPUTES } from "../../../core/queries/disputes.ts";
import { ENTITLEMENTS } from "../../../core/queries/entitlements.ts";
import { ESCROWS } from "../../../core/queries/escrows.ts";
import { LISTINGS } from "../../../core/queries/listings.ts";
import { OFFERS } from "../../../core/queries/offers.ts";
import {
  countOutcomes,
  countPortfolio,
  type PortfolioCounts,
} from "../../../core/queries/portfolio.ts";
import { SELLERS } from "../../../core/queries/sellers.ts";
import type { ApiDeps } from "../../deps.ts";
import { sendAnswer } from "../../http/answer.ts";
import type { Router } from "../../http/router.ts";
import { toAddress } from "../../http/values.ts";
import { toAgentPayment } from "../agent-payments/agent-payment.resource.ts";
import { toAgent } from "../agents/agent.resource.ts";
import { toDispute } from "../disputes/dispute.resource.ts";
import { toEntitlement } from "../entitlements/entitlement.resource.ts";
import { toEscrow } from "../escrows/escrow.resource.ts";
import { toListing } from "../listings/listing.resource.ts";
import { toOffer } from "../offers/offer.resource.ts";
import { toSeller } from "../sellers/seller.resource.ts";
import { type Account, NEWEST_ROWS, toOutcomes } from "./account.resource.ts";
import { getAccount } from "./accounts.contract.ts";

export const registerGetAccount = (app: Router, deps: ApiDeps) =>
  app.openapi(getAccount, async (c) => {
    const { address } = c.req.valid("param");
    return sendAnswer(c, deps, c.req.valid("query"), async (snapshot) => ({
      data: await readAccount(snapshot, address),
    }));
  });

async function readAccount(
  snapshot: Snapshot,
  account: `0x${string}`,
): Promise<z.output<typeof Account>> {
  const address = toAddress(account);
  const part = partReader(snapshot, await countPortfolio(snapshot, account));
  const url = (list: string) => `/v1/${list}=${address}`;
  return {
    address,
    listings: await part(
      "listings",
      LISTINGS,
      { seller: account },
      toListing,
      url("listings?seller"),
    ),
    sales: await part("sales", ESCROWS, { seller: account }, toEscrow, url("escrows?seller")),
    purchases: await part("purchases", ESCROWS, { buyer: account }, toEscrow, url("escrows?buyer")),
    offersMade: await part("offersMade", OFFERS, { buyer: account }, toOffer, url("offers?buyer")),
    offersReceived: await part(
      "offersReceived",
      OFFERS,
      { seller: account },
      toOffer,
      url("offers?seller"),
    ),
    stakes: await part("stakes", SELLERS, { account }, toSeller, url("sellers?account")),
    disputes: await part("disputes", DISPUTES, { account }, toDispute, url("disputes?account")),
    agentPayments: await part(
      "agentPayments",
      AGENT_PAYMENTS,
      { payer: account },
      toAgentPayment,
      url("agent-payments?payer"),
    ),
    agentEarnings: await part(
      "agentEarnings",
      AGENT_PAYMENTS,
      { developer: account },
      toAgentPayment,
      url("agent-payments?developer"),
    ),
    agents: await part("agents", AGENTS, { developer: account }, toAgent, url("agents?developer")),
    entitlements: await part(
      "entitlements",
      ENTITLEMENTS,
      { holder: account },
      toEntitlement,
      url("entitlements?holder"),
    ),
    reputation: {
      asSeller: toOutcomes(await countOutcomes(snapshot, "seller", account)),
      asBuyer: toOutcomes(await countOutcomes(snapshot, "buyer", account)),
    },
    activityUrl: url("activity?account"),
  };
}

/** Reads parts one after the other: they share the one connection of the snapshot. */
const partReader =
  (snapshot: Snapshot, counts: PortfolioCounts) =>
  async <Row, Filter, Shown>(
    name: keyof PortfolioCounts,
    source: Pick<Source<Row, Filter, "newest">, "findPage">,
    filter: Filter,
    map: (row: Row, position: Snapshot["position"]) => Shown,
    url: string,
  ) => {
    const count = Number(counts[name] ?? 0n);
    const request = { limit: NEWEST_ROWS, from: undefined };
    // Most accounts have little: an empty part needs no second question.
    const page = count === 0 ? null : await source.findPage(snapshot, filter, "newest", request);
    const newest = page?.rows.map((row) => map(row, snapshot.position)) ?? [];
    return { count, newest, url };
  };
