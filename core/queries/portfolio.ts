import { TERMINAL_ESCROW_STATES } from "../../src/protocol/states.ts";
import type { Snapshot } from "../db/consistent-read.ts";

/** How much belongs to an account, by part of its portfolio; one index serves each number. */
export function countPortfolio({ indexed }: Snapshot, account: `0x${string}`) {
  return indexed
    .selectNoFrom(({ selectFrom, fn }) => {
      const count = fn.countAll<bigint>().as("count");
      return [
        selectFrom("listing").select(count).where("seller", "=", account).as("listings"),
        selectFrom("escrow").select(count).where("seller", "=", account).as("sales"),
        selectFrom("escrow").select(count).where("buyer", "=", account).as("purchases"),
        selectFrom("offer").select(count).where("buyer", "=", account).as("offersMade"),
        selectFrom("listing")
          .innerJoin("offer", (join) =>
            join
              .onRef("offer.chainId", "=", "listing.chainId")
              .onRef("offer.marketplace", "=", "listing.contract")
              .onRef("offer.listingId", "=", "listing.listingId"),
          )
          .select(count)
          .where("listing.seller", "=", account)
          .as("offersReceived"),
        selectFrom("seller").select(count).where("seller", "=", account).as("stakes"),
        selectFrom("escrow")
          .innerJoin("dispute", (join) =>
            join
              .onRef("dispute.chainId", "=", "escrow.chainId")
              .onRef("dispute.contract", "=", "escrow.contract")
              .onRef("dispute.escrowId", "=", "escrow.escrowId"),
          )
          .select(count)
          .where((eb) =>
            eb.or([eb("escrow.buyer", "=", account), eb("escrow.seller", "=", account)]),
          )
          .as("disputes"),
        selectFrom("agentPayment").select(count).where("payer", "=", account).as("agentPayments"),
        selectFrom("agentPayment")
          .select(count)
          .where("developer", "=", account)
          .as("agentEarnings"),
        selectFrom("agent").select(count).where("developer", "=", account).as("agents"),
        selectFrom("entitlement").select(count).where("holder", "=", account).as("entitlements"),
      ];
    })
    .executeTakeFirstOrThrow();
}

/** What became of the escrows of an account on one side of them. */
export function countOutcomes(
  { indexed }: Snapshot,
  side: "buyer" | "seller",
  account: `0x${string}`,
) {
  return indexed
    .selectFrom("escrow")
    .select(({ fn, exists, selectFrom }) => {
      const all = () => fn.countAll<bigint>();
      return [
        all().as("total"),
        all()
          .filterWhere("state", "not in", [...TERMINAL_ESCROW_STATES])
          .as("open"),
        all().filterWhere("state", "=", "completed").as("completed"),
        all().filterWhere("state", "=", "refunded").as("refunded"),
        all().filterWhere("state", "=", "resolved").as("resolved"),
        all().filterWhere("state", "=", "emergency").as("emergencies"),
        all().filterWhere("disputedAt", "is not", null).as("disputed"),
        all().filterWhere("state", "=", "expired").as("handoverTimeouts"),
        // The timeout of a silent buyer ends in the same state as a sale: only its cause differs.
        all()
          .filterWhere(
            exists(
              selectFrom("escrowTransition as timeout")
                .select("timeout.sequence")
                .whereRef("timeout.chainId", "=", "escrow.chainId")
                .whereRef("timeout.contract", "=", "escrow.contract")
                .whereRef("timeout.escrowId", "=", "escrow.escrowId")
                .where("timeout.cause", "=", "TimeoutClaimed")
                .where("timeout.toState", "=", "completed"),
            ),
          )
          .as("verificationTimeouts"),
      ];
    })
    .where(side, "=", account)
    .executeTakeFirstOrThrow();
}

export type OutcomeCounts = Awaited<ReturnType<typeof countOutcomes>>;
export type PortfolioCounts = Awaited<ReturnType<typeof countPortfolio>>;
