import { z } from "@hono/zod-openapi";
import type { OutcomeCounts } from "../../../core/queries/portfolio.ts";
import { Address } from "../../http/values.ts";
import { AgentPayment } from "../agent-payments/agent-payment.resource.ts";
import { Agent } from "../agents/agent.resource.ts";
import { Dispute } from "../disputes/dispute.resource.ts";
import { Entitlement } from "../entitlements/entitlement.resource.ts";
import { Escrow } from "../escrows/escrow.resource.ts";
import { Listing } from "../listings/listing.resource.ts";
import { Offer } from "../offers/offer.resource.ts";
import { Seller } from "../sellers/seller.resource.ts";

/** How many rows of each part an account is answered with. */
export const NEWEST_ROWS = 5;

/** One part of a portfolio: how much there is, the newest of it, and where the rest is. */
const partOf = <Resource extends z.ZodType>(resource: Resource, name: string) =>
  z
    .object({
      count: z.int(),
      newest: z.array(resource).openapi({ description: `At most ${NEWEST_ROWS}.` }),
      url: z.string().openapi({ description: "The whole list, newest first." }),
    })
    .openapi(name);

/** What became of escrows on one side of them. */
export const Outcomes = z
  .object({
    total: z.int(),
    open: z.int().openapi({ description: "Not ended yet, disputed ones included." }),
    completed: z.int().openapi({ description: "Ended with a sale." }),
    refunded: z.int().openapi({ description: "Ended with a full refund after a dispute." }),
    resolved: z.int().openapi({ description: "Ended with a split after a dispute." }),
    emergencies: z.int().openapi({ description: "Ended by an emergency exit." }),
    disputed: z.int().openapi({ description: "Ever disputed, whatever came of it." }),
    handoverTimeouts: z.int().openapi({
      description: "Ended because the seller did not deliver in time.",
    }),
    verificationTimeouts: z.int().openapi({
      description: "Completed because the buyer did not answer; counted in `completed` too.",
    }),
  })
  .openapi("Outcomes");

/** Everything that belongs to one account, on every contract. */
export const Account = z
  .object({
    address: Address,
    listings: partOf(Listing, "ListingPart"),
    sales: partOf(Escrow, "SalePart"),
    purchases: partOf(Escrow, "PurchasePart"),
    offersMade: partOf(Offer, "OfferMadePart"),
    offersReceived: partOf(Offer, "OfferReceivedPart"),
    stakes: partOf(Seller, "StakePart"),
    disputes: partOf(Dispute, "DisputePart"),
    agentPayments: partOf(AgentPayment, "AgentPaymentPart"),
    agentEarnings: partOf(AgentPayment, "AgentEarningPart"),
    agents: partOf(Agent, "AgentPart"),
    entitlements: partOf(Entitlement, "EntitlementPart"),
    reputation: z.object({ asSeller: Outcomes, asBuyer: Outcomes }),
    activityUrl: z.string().openapi({ description: "Everything that the account took part in." }),
  })
  .openapi("Account");

export function toOutcomes(counts: OutcomeCounts): z.output<typeof Outcomes> {
  return {
    total: Number(counts.total),
    open: Number(counts.open),
    completed: Number(counts.completed),
    refunded: Number(counts.refunded),
    resolved: Number(counts.resolved),
    emergencies: Number(counts.emergencies),
    disputed: Number(counts.disputed),
    handoverTimeouts: Number(counts.handoverTimeouts),
    verificationTimeouts: Number(counts.verificationTimeouts),
  };
}
