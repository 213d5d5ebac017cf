/**
 * The words of the read model. Every enum that a contract stores as a `uint8` is listed here in the
 * contract's own order, so that `LISTING_STATES[ordinal]` is the word (domain A.2).
 */

/** `ListingState`. Contracts only ever write active, cancelled and (M2, M3) paused. */
export const LISTING_STATES = [
  "active",
  "pending",
  "completed",
  "cancelled",
  "disputed",
  "paused",
] as const;
export type ListingState = (typeof LISTING_STATES)[number];

/** `VerificationLevel`: what the seller declared, never what anybody verified (trap 7). */
export const VERIFICATION_LEVELS = ["basic", "standard", "enhanced"] as const;
export type VerificationLevel = (typeof VERIFICATION_LEVELS)[number];

/** `EscrowState`. `confirmed` is never stored by a contract (trap 40). */
export const ESCROW_STATES = [
  "created",
  "funded",
  "delivered",
  "confirmed",
  "transition",
  "disputed",
  "resolved",
  "completed",
  "refunded",
  "expired",
  "emergency",
] as const;
export type EscrowState = (typeof ESCROW_STATES)[number];

/** Escrow states that nothing can leave. */
export const TERMINAL_ESCROW_STATES = [
  "resolved",
  "completed",
  "refunded",
  "expired",
  "emergency",
] as const satisfies readonly EscrowState[];

/** `EncryptionMethod`: how the credentials are sealed for the buyer. */
export const ENCRYPTION_METHODS = ["ecies_wallet", "ephemeral_keypair"] as const;
export type EncryptionMethod = (typeof ENCRYPTION_METHODS)[number];

/** `DisputeType`. */
export const DISPUTE_TYPES = [
  "credential_mismatch",
  "metric_fraud",
  "non_delivery",
  "quality_dispute",
] as const;
export type DisputeType = (typeof DISPUTE_TYPES)[number];

/** `DisputeResolution`. `partial_refund` and `split` run the same code on chain. */
export const DISPUTE_RESOLUTIONS = [
  "pending",
  "full_refund",
  "partial_refund",
  "release_to_seller",
  "split",
] as const;
export type DisputeResolution = (typeof DISPUTE_RESOLUTIONS)[number];

/** How an escrow came to be disputed; a reported transition issue makes no record on chain. */
export const DISPUTE_ORIGINS = ["raised", "transition_issue"] as const;

/** `OfferState` of E2 and E3. There is no "expired": that is a label derived from the clock. */
export const OFFER_STATES = ["active", "accepted", "rejected", "cancelled"] as const;
export type OfferState = (typeof OFFER_STATES)[number];

/** How an escrow was opened. */
export const ESCROW_ORIGINS = ["direct", "offer"] as const;

/** Whether a listing can be bought, as derived from its state, escrows and offers (domain A.8). */
export const AVAILABILITIES = [
  "for_sale",
  "under_offer",
  "in_escrow",
  "sold",
  "disputed",
  "paused",
  "cancelled",
] as const;
export type Availability = (typeof AVAILABILITIES)[number];

/** The kinds of contract that a deployments file may name. */
export const CONTRACT_KINDS = [
  "marketplace",
  "escrow",
  "token",
  "agentEscrow",
  "entitlement",
] as const;
export type ContractKind = (typeof CONTRACT_KINDS)[number];

/** Contract generations (domain A.0); `agentEscrow`, `entitlement` and `token` have one each. */
export const GENERATIONS = [
  "M1",
  "M2",
  "M3",
  "E0",
  "E1",
  "E2a",
  "E2b",
  "E2c",
  "E2d",
  "E3",
  "standard",
] as const;
export type Generation = (typeof GENERATIONS)[number];

/** `PaymentStatus` of the agent escrow: pending and disputed are never written (domain C.2). */
export const PAYMENT_STATES = ["pending", "escrowed", "released", "refunded", "disputed"] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

/** What a token movement was for. `unattributed` is money that no event accounts for. */
export const MOVEMENT_PURPOSES = [
  "unattributed",
  "purchase",
  "offer_deposit",
  "offer_accepted",
  "offer_refund",
  "completion",
  "payout",
  "retainer",
  "platform_fee",
  "refund",
  "emergency",
  "eject",
  "transfer_tax",
  "stake",
  "stake_withdrawal",
  "stake_emergency",
  "stake_forfeited",
  "slash",
  "agent_payment",
  "agent_payout",
  "agent_fee",
  "agent_refund",
] as const;
export type MovementPurpose = (typeof MOVEMENT_PURPOSES)[number];
