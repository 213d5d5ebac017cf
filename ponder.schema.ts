/**
 * Every table that the indexer derives from contract events. This file is the data dictionary: the
 * comment above a column becomes its SQL comment and its line in `docs/data-dictionary.md`.
 *
 * Conventions: addresses and hashes are lower-case hex; `…Units` are token base units; `…At` and
 * `…Deadline` are unix seconds of chain time; ids repeat in every deployment, so each key starts
 * with chain id and contract (domain A.9 trap 18).
 */
import { index, onchainEnum, onchainTable, onchainView, primaryKey, sql } from "ponder";
import {
  AVAILABILITIES,
  CONTRACT_KINDS,
  DISPUTE_ORIGINS,
  DISPUTE_RESOLUTIONS,
  DISPUTE_TYPES,
  ENCRYPTION_METHODS,
  ESCROW_ORIGINS,
  ESCROW_STATES,
  GENERATIONS,
  LISTING_STATES,
  MOVEMENT_PURPOSES,
  OFFER_STATES,
  PAYMENT_STATES,
  VERIFICATION_LEVELS,
} from "./src/protocol/states.ts";

export const contractKind = onchainEnum("contract_kind", CONTRACT_KINDS);
export const contractGeneration = onchainEnum("contract_generation", GENERATIONS);
export const listingState = onchainEnum("listing_state", LISTING_STATES);
export const listingAvailability = onchainEnum("listing_availability", AVAILABILITIES);
export const verificationLevel = onchainEnum("verification_level", VERIFICATION_LEVELS);
export const escrowState = onchainEnum("escrow_state", ESCROW_STATES);
export const escrowOrigin = onchainEnum("escrow_origin", ESCROW_ORIGINS);
export const encryptionMethod = onchainEnum("encryption_method", ENCRYPTION_METHODS);
export const offerState = onchainEnum("offer_state", OFFER_STATES);
export const disputeType = onchainEnum("dispute_type", DISPUTE_TYPES);
export const disputeResolution = onchainEnum("dispute_resolution", DISPUTE_RESOLUTIONS);
export const disputeOrigin = onchainEnum("dispute_origin", DISPUTE_ORIGINS);
export const paymentState = onchainEnum("payment_state", PAYMENT_STATES);
export const movementPurpose = onchainEnum("movement_purpose", MOVEMENT_PURPOSES);

/** One row for each deployed contract, with its settings as of the last indexed event. */
export const contract = onchainTable(
  "contract",
  (t) => ({
    /** EIP-155 chain id. */
    chainId: t.integer().notNull(),
    /** Address of the contract; for an upgradeable one, of its proxy. */
    address: t.hex().notNull(),
    /** What the contract is for. */
    kind: contractKind("kind").notNull(),
    /** Generation of the code behind the address as of the last `Upgraded` event. */
    generation: contractGeneration("generation").notNull(),
    /** Implementation behind the proxy; null for a contract that is no proxy. */
    implementation: t.hex(),
    /** Owner as of the last `OwnershipTransferred`; the zero address once renounced. */
    owner: t.hex(),
    /** True between `Paused` and `Unpaused`; deadlines keep running while paused. */
    isPaused: t.boolean().notNull(),
    /** Payment token that the contract was initialised with (trap 26: it differs per contract). */
    token: t.hex(),
    /** Marketplace that an escrow reads listings from; null for E0 unless configured. */
    marketplace: t.hex(),
    /** Where an escrow sends its fees, or an agent escrow its platform fee. */
    treasury: t.hex(),
    /** Agent that may verify builds, pause and slash on a marketplace. */
    agent: t.hex(),
    /** Where an emergency ejection sends money (E2 and later). */
    safetyWallet: t.hex(),
    /** When emergency mode was switched on, unix seconds; null while it is off. */
    emergencyActivatedAt: t.bigint(),
    /** Hold on the seller's retainer in seconds (E3 reports changes of it); null where fixed. */
    transitionPeriodSeconds: t.bigint(),
    /** Whether the genesis programme is open; read from the contract, as its end emits nothing (trap 1). */
    genesisOpen: t.boolean(),
    /** Fee of an agent escrow in basis points, applied at release. */
    platformFeeBps: t.integer(),
    /** Number of listings created on a marketplace. */
    listingCount: t.integer().notNull(),
    /** Number of escrows opened on an escrow contract. */
    escrowCount: t.integer().notNull(),
    /** Number of offers made on an escrow contract. */
    offerCount: t.integer().notNull(),
    /** Block of the first event seen from this address. */
    firstSeenBlock: t.int8({ mode: "bigint" }).notNull(),
    /** Block of the last event that changed this row. */
    updatedBlock: t.int8({ mode: "bigint" }).notNull(),
  }),
  (t) => ({
    pk: primaryKey({ columns: [t.chainId, t.address] }),
    byKind: index().on(t.kind, t.address),
    byFirstSeen: index().on(t.firstSeenBlock, t.address),
  }),
);

/** Implementations that a proxy has run, each valid from its block on (trap 43). */
export const contractImplementation = onchainTable(
  "contract_implementation",
  (t) => ({
    /** EIP-155 chain id. */
    chainId: t.integer().notNull(),
    /** Address of the proxy. */
    contract: t.hex().notNull(),
    /** Block from which the implementation is in force. */
    fromBlock: t.int8({ mode: "bigint" }).notNull(),
    /** Log index of the `Upgraded` event within its block. */
    logIndex: t.integer().notNull(),
    /** Address of the implementation. */
    implementation: t.hex().notNull(),
    /** Generation of that code. */
    generation: contractGeneration("generation").notNull(),
    /** Unix seconds of the upgrade. */
    upgradedAt: t.int8({ mode: "bigint" }).notNull(),
    /** Transaction of the upgrade. */
    txHash: t.hex().notNull(),
  }),
  (t) => ({ pk: primaryKey({ columns: [t.chainId, t.contract, t.fromBlock, t.logIndex] }) }),
);

/** Payment tokens, as they describe themselves. */
export const token = onchainTable(
  "token",
  (t) => ({
    /** EIP-155 chain id. */
    chainId: t.integer().notNull(),
    /** Address of the token contract. */
    address: t.hex().notNull(),
    /** `name()` of the token, sanitised. */
    name: t.text().notNull(),
    /** `symbol()` of the token, sanitised. */
    symbol: t.text().notNull(),
    /** `decimals()` of the token: a display value has this many decimal places. */
    decimals: t.integer().notNull(),
    /** Block at which the token was first read. */
    firstSeenBlock: t.int8({ mode: "bigint" }).notNull(),
  }),
  (t) => ({
    pk: primaryKey({ columns: [t.chainId, t.address] }),
    byFirstSeen: index().on(t.firstSeenBlock, t.address),
    bySymbol: index().on(t.symbol, t.firstSeenBlock, t.address),
  }),
);

/** What each contract holds of each token, as the sum of its transfers. */
export const tokenBalance = onchainTable(
  "token_balance",
  (t) => ({
    /** EIP-155 chain id. */
    chainId: t.integer().notNull(),
    /** Contract that holds the money. */
    contract: t.hex().notNull(),
    /** Token that is held. */
    token: t.hex().notNull(),
    /** Base units held: all transfers in less all transfers out. */
    balanceUnits: t.bigint().notNull(),
    /** Base units ever received. */
    receivedUnits: t.bigint().notNull(),
    /** Base units ever sent. */
    sentUnits: t.bigint().notNull(),
    /** Block of the latest movement. */
    updatedBlock: t.int8({ mode: "bigint" }).notNull(),
  }),
  (t) => ({ pk: primaryKey({ columns: [t.chainId, t.contract, t.token] }) }),
);

/**
 * Double-entry ledger: every `Transfer` from or to a contract, and every move between two accounts
 * inside one, debits one account and credits another. The sum of a contract's accounts is its
 * token balance.
 */
export const tokenMovement = onchainTable(
  "token_movement",
  (t) => ({
    /** EIP-155 chain id. */
    chainId: t.integer().notNull(),
    // Both positions are numeric because rows are looked up by them: Ponder guesses the keys of
    // coming lookups from any event argument that once had the same value, and an amount that does
    // not fit a narrower column would end the indexer.
    /** Block of the movement. */
    blockNumber: t.bigint().notNull(),
    /** Log index of the `Transfer`, or of the event that caused an internal move. */
    logIndex: t.bigint().notNull(),
    /** True when money changed accounts inside one contract without a `Transfer`. */
    isInternal: t.boolean().notNull(),
    /** Token that moved. */
    token: t.hex().notNull(),
    /** Sender of the transfer; the contract itself for an internal move. */
    from: t.hex().notNull(),
    /** Receiver of the transfer; the contract itself for an internal move. */
    to: t.hex().notNull(),
    /** Base units moved, as logged by the token (after any transfer fee). */
    amountUnits: t.bigint().notNull(),
    /** Account debited on the sending contract, e.g. `escrow:7`; null when the sender is outside. */
    debitAccount: t.text(),
    /** Account credited on the receiving contract, e.g. `offer:3`; null when the receiver is outside. */
    creditAccount: t.text(),
    /** What the movement was for. */
    purpose: movementPurpose("purpose").notNull(),
    /** Contract whose event claimed the movement; null while unattributed. */
    contract: t.hex(),
    /** Escrow that the movement belongs to. */
    escrowId: t.bigint(),
    /** Offer that the movement belongs to. */
    offerId: t.bigint(),
    /** Seller whose stake the movement belongs to. */
    seller: t.hex(),
    /** Agent payment that the movement belongs to. */
    paymentId: t.hex(),
    /** Unix seconds of the block. */
    movedAt: t.int8({ mode: "bigint" }).notNull(),
    /** Hash of the block. */
    blockHash: t.hex().notNull(),
    /** Transaction of the movement. */
    txHash: t.hex().notNull(),
  }),
  (t) => ({
    pk: primaryKey({ columns: [t.chainId, t.blockNumber, t.logIndex] }),
    byEscrow: index().on(t.contract, t.escrowId, t.blockNumber, t.logIndex),
    byOffer: index().on(t.contract, t.offerId, t.blockNumber, t.logIndex),
    bySeller: index().on(t.contract, t.seller),
    byPayment: index().on(t.contract, t.paymentId),
    byTx: index().on(t.txHash),
    byPurpose: index().on(t.purpose, t.movedAt),
    byCredit: index().on(t.creditAccount),
    byDebit: index().on(t.debitAccount),
  }),
);

/** Businesses offered for sale. */
export const listing = onchainTable(
  "listing",
  (t) => ({
    /** EIP-155 chain id. */
    chainId: t.integer().notNull(),
    /** Marketplace that holds the listing. */
    contract: t.hex().notNull(),
    /** Id given by the marketplace, counted from 0 (trap 16). */
    listingId: t.bigint().notNull(),
    /** Account that offers the business. Never changes. */
    seller: t.hex().notNull(),
    /** Title given by the seller, sanitised; untrusted text. */
    title: t.text().notNull(),
    /** Link to the metadata document, sanitised; untrusted text. */
    metadataUri: t.text().notNull(),
    /** Asking price in token base units, as last announced. */
    askingPriceUnits: t.bigint().notNull(),
    /** Asking price in token base units at creation. */
    initialPriceUnits: t.bigint().notNull(),
    /** Payment token of the marketplace. */
    token: t.hex(),
    /** Level that the seller declared, lifted by a build check: not a verification (traps 7 and 8). */
    declaredVerification: verificationLevel("declared_verification").notNull(),
    /** State stored by the contract; a sale never changes it (trap 3). */
    state: listingState("state").notNull(),
    /** Whether it can be bought, derived from state, escrows and offers. */
    availability: listingAvailability("availability").notNull(),
    /** Build id given by the seller, sanitised; untrusted text. */
    buildId: t.text().notNull(),
    /** Whether the agent last confirmed the build id. */
    isBuildIdVerified: t.boolean().notNull(),
    /** Hash of the signed assignment of intellectual property. */
    ipAssignmentHash: t.hex().notNull(),
    /** Unix seconds at which that assignment was signed: the creating block. */
    ipSignedAt: t.int8({ mode: "bigint" }).notNull(),
    /** Reason of the latest pause, sanitised; null if never paused. */
    pauseReason: t.text(),
    /** Unix seconds of the latest pause; null if never paused. */
    pausedAt: t.int8({ mode: "bigint" }),
    /** Unix seconds of the cancellation; null unless cancelled. */
    cancelledAt: t.int8({ mode: "bigint" }),
    /** Escrows on this listing that still await delivery or confirmation. */
    openEscrowCount: t.integer().notNull(),
    /** Escrows on this listing that reached transition or completion. */
    soldEscrowCount: t.integer().notNull(),
    /** Escrows on this listing that are disputed. */
    disputedEscrowCount: t.integer().notNull(),
    /** Escrows ever opened on this listing. */
    escrowCount: t.integer().notNull(),
    /** Offers on this listing that are still active. */
    activeOfferCount: t.integer().notNull(),
    /** Highest price among all offers ever made, base units; null without an offer. */
    highestOfferUnits: t.bigint(),
    /** Number of price changes after creation. */
    priceChangeCount: t.integer().notNull(),
    /** Unix seconds of the creating block. */
    createdAt: t.int8({ mode: "bigint" }).notNull(),
    /** Block of the creation. */
    createdBlock: t.int8({ mode: "bigint" }).notNull(),
    /** Log index of the creation within its block. */
    createdLogIndex: t.integer().notNull(),
    /** Transaction of the creation. */
    createdTxHash: t.hex().notNull(),
    /** Unix seconds of the last change. */
    updatedAt: t.int8({ mode: "bigint" }).notNull(),
    /** Block of the last change. */
    updatedBlock: t.int8({ mode: "bigint" }).notNull(),
  }),
  (t) => ({
    pk: primaryKey({ columns: [t.chainId, t.contract, t.listingId] }),
    byCreated: index().on(t.createdAt, t.contract, t.listingId),
    byState: index().on(t.state, t.createdAt, t.contract, t.listingId),
    byAvailability: index().on(t.availability, t.createdAt, t.contract, t.listingId),
    bySeller: index().on(t.seller, t.createdAt, t.contract, t.listingId),
    byMarketplace: index().on(t.contract, t.createdAt, t.listingId),
    byToken: index().on(t.token, t.createdAt, t.contract, t.listingId),
    byPrice: index().on(t.askingPriceUnits, t.contract, t.listingId),
    // What statistics ask of all listings, in the order of their keys and in that of their prices.
    byFacts: index().on(
      ...[t.chainId, t.contract, t.listingId],
      ...[t.createdAt, t.token, t.declaredVerification, t.availability],
    ),
    byInitialPrice: index().on(
      ...[t.token, t.initialPriceUnits],
      ...[t.createdAt, t.declaredVerification, t.contract, t.listingId, t.chainId],
    ),
    byVerification: index().on(t.declaredVerification, t.createdAt, t.contract, t.listingId),
    byBuildCheck: index().on(t.isBuildIdVerified, t.createdAt, t.contract, t.listingId),
    byOffers: index().on(t.activeOfferCount, t.contract, t.listingId),
    byHighestOffer: index().on(t.highestOfferUnits, t.contract, t.listingId),
    byUpdated: index().on(t.updatedAt, t.contract, t.listingId),
    byUpdatedBlock: index().on(t.updatedBlock),
  }),
);

/** Every asking price that a listing has had, the first one included. */
export const priceChange = onchainTable(
  "price_change",
  (t) => ({
    /** EIP-155 chain id. */
    chainId: t.integer().notNull(),
    /** Marketplace that holds the listing. */
    contract: t.hex().notNull(),
    /** Listing whose price changed. */
    listingId: t.bigint().notNull(),
    /** Block of the change. */
    blockNumber: t.int8({ mode: "bigint" }).notNull(),
    /** Log index of the change within its block. */
    logIndex: t.integer().notNull(),
    /** Price before, base units; null for the first price. */
    previousPriceUnits: t.bigint(),
    /** Price from now on, base units. */
    priceUnits: t.bigint().notNull(),
    /** Unix seconds of the change. */
    changedAt: t.int8({ mode: "bigint" }).notNull(),
    /** Transaction of the change. */
    txHash: t.hex().notNull(),
  }),
  (t) => ({
    pk: primaryKey({ columns: [t.chainId, t.contract, t.listingId, t.blockNumber, t.logIndex] }),
    byBlock: index().on(t.blockNumber, t.logIndex),
    byChanged: index().on(t.changedAt),
  }),
);

/** Offers with earnest money (escrow generations E2 and E3). */
export const offer = onchainTable(
  "offer",
  (t) => ({
    /** EIP-155 chain id. */
    chainId: t.integer().notNull(),
    /** Escrow contract that holds the earnest money. */
    contract: t.hex().notNull(),
    /** Id given by the escrow contract, counted from 1. */
    offerId: t.bigint().notNull(),
    /** Marketplace of the listing, as valid for the escrow contract when the offer was made. */
    marketplace: t.hex(),
    /** Listing that the offer is for. */
    listingId: t.bigint().notNull(),
    /** Account that made the offer. */
    buyer: t.hex().notNull(),
    /** Token of the offer. */
    token: t.hex(),
    /** Price offered, base units. */
    priceUnits: t.bigint().notNull(),
    /** Earnest money held, base units as received. */
    depositUnits: t.bigint().notNull(),
    /** State stored by the contract; expiry is derived from the clock (trap 30). */
    state: offerState("state").notNull(),
    /** Unix seconds after which anybody may cancel; null where the generation has no expiry. */
    expiresAt: t.bigint(),
    /** Escrow opened when the offer was accepted. */
    escrowId: t.bigint(),
    /** Account whose transaction ended the offer. */
    endedBy: t.hex(),
    /** True when the cancellation came after expiry and not from the buyer. */
    isEndedByExpiry: t.boolean().notNull(),
    /** True when the owner ejected the earnest money to the safety wallet. */
    isEjected: t.boolean().notNull(),
    /** Unix seconds of the offer. */
    createdAt: t.int8({ mode: "bigint" }).notNull(),
    /** Block of the offer. */
    createdBlock: t.int8({ mode: "bigint" }).notNull(),
    /** Log index of the offer within its block. */
    createdLogIndex: t.integer().notNull(),
    /** Transaction of the offer. */
    createdTxHash: t.hex().notNull(),
    /** Unix seconds at which it was accepted, rejected or cancelled; null while active. */
    endedAt: t.int8({ mode: "bigint" }),
    /** Block of the last change. */
    updatedBlock: t.int8({ mode: "bigint" }).notNull(),
    /** Unix seconds of the last change. */
    updatedAt: t.int8({ mode: "bigint" }).notNull(),
  }),
  (t) => ({
    pk: primaryKey({ columns: [t.chainId, t.contract, t.offerId] }),
    byListing: index().on(t.marketplace, t.listingId, t.createdAt, t.contract, t.offerId),
    byBuyer: index().on(t.buyer, t.createdAt, t.contract, t.offerId),
    byState: index().on(t.state, t.createdAt, t.contract, t.offerId),
    byCreated: index().on(t.createdAt, t.contract, t.offerId),
    byPrice: index().on(t.priceUnits, t.contract, t.offerId),
    byExpiry: index().on(t.expiresAt, t.contract, t.offerId),
    byOpenExpiry: index().on(t.state, t.expiresAt, t.contract, t.offerId),
    byUpdated: index().on(t.updatedAt, t.contract, t.offerId),
    byUpdatedBlock: index().on(t.updatedBlock),
  }),
);

/** Escrows: money held between a buyer and a seller. */
export const escrow = onchainTable(
  "escrow",
  (t) => ({
    /** EIP-155 chain id. */
    chainId: t.integer().notNull(),
    /** Escrow contract. */
    contract: t.hex().notNull(),
    /** Id given by the escrow contract, counted from 1. */
    escrowId: t.bigint().notNull(),
    /** Marketplace of the listing, as valid for the escrow contract when it was opened. */
    marketplace: t.hex(),
    /** Listing that is bought. */
    listingId: t.bigint().notNull(),
    /** Account that pays. */
    buyer: t.hex().notNull(),
    /** Account that sells. */
    seller: t.hex().notNull(),
    /** Token of the escrow. */
    token: t.hex(),
    /** Whether it was bought at the asking price or through an accepted offer. */
    origin: escrowOrigin("origin").notNull(),
    /** Offer that led to it; null for a direct purchase. */
    offerId: t.bigint(),
    /** State stored by the contract. */
    state: escrowState("state").notNull(),
    /** Price of the escrow in base units, as the contract stores it. */
    amountUnits: t.bigint().notNull(),
    /** Platform fee in base units: floor(amount × 250 / 10000). */
    platformFeeUnits: t.bigint().notNull(),
    /** What the seller is due in base units: amount less fee, retainer included. */
    sellerPayoutUnits: t.bigint().notNull(),
    /** Base units that reached the contract for this escrow (E2 and later; else the amount). */
    totalFundedUnits: t.bigint().notNull(),
    /** How credentials are sealed; null until it is known. */
    encryptionMethod: encryptionMethod("encryption_method"),
    /** keccak256 of the credentials; null until delivered. */
    credentialHash: t.hex(),
    /** Unix seconds of the deposit, or of the acceptance of the offer. */
    depositedAt: t.int8({ mode: "bigint" }).notNull(),
    /** Last second at which the seller may deliver; runs from acceptance for offers (trap 28). */
    handoverDeadline: t.bigint().notNull(),
    /** Last second at which the buyer may confirm; null until delivered. */
    verifyDeadline: t.bigint(),
    /** Whether the one extension of the verification window was used. */
    isVerificationExtended: t.boolean().notNull(),
    /** Whether emergency or ejection ended it, with money to someone else than planned. */
    isEmergencyExit: t.boolean().notNull(),
    /** Base units paid out to the buyer, from the token's transfers. */
    paidToBuyerUnits: t.bigint().notNull(),
    /** Base units paid out to the seller, from the token's transfers. */
    paidToSellerUnits: t.bigint().notNull(),
    /** Base units paid out as platform fee, from the token's transfers. */
    paidToTreasuryUnits: t.bigint().notNull(),
    /** Base units ejected to the safety wallet. */
    paidToSafetyUnits: t.bigint().notNull(),
    /** Number of rows in `escrow_transition`. */
    transitionCount: t.integer().notNull(),
    /** Unix seconds at which the money was complete; null while only created. */
    fundedAt: t.int8({ mode: "bigint" }),
    /** Unix seconds of the first delivery of credentials. */
    deliveredAt: t.int8({ mode: "bigint" }),
    /** Unix seconds of the buyer's confirmation. */
    confirmedAt: t.int8({ mode: "bigint" }),
    /** Unix seconds at which the escrow was disputed. */
    disputedAt: t.int8({ mode: "bigint" }),
    /** Unix seconds of the final state; null while open. */
    closedAt: t.int8({ mode: "bigint" }),
    /** Unix seconds of the creating block. */
    createdAt: t.int8({ mode: "bigint" }).notNull(),
    /** Block of the creation. */
    createdBlock: t.int8({ mode: "bigint" }).notNull(),
    /** Log index of the creation within its block. */
    createdLogIndex: t.integer().notNull(),
    /** Transaction of the creation. */
    createdTxHash: t.hex().notNull(),
    /** Unix seconds of the last change. */
    updatedAt: t.int8({ mode: "bigint" }).notNull(),
    /** Block of the last change. */
    updatedBlock: t.int8({ mode: "bigint" }).notNull(),
  }),
  (t) => ({
    pk: primaryKey({ columns: [t.chainId, t.contract, t.escrowId] }),
    byListing: index().on(
      ...[t.marketplace, t.listingId, t.createdAt, t.contract, t.escrowId, t.chainId],
    ),
    byMarketplace: index().on(t.marketplace, t.createdAt, t.contract, t.escrowId),
    byContract: index().on(t.contract, t.createdAt, t.escrowId),
    byBuyer: index().on(t.buyer, t.createdAt, t.contract, t.escrowId),
    bySeller: index().on(t.seller, t.createdAt, t.contract, t.escrowId),
    byState: index().on(t.state, t.createdAt, t.contract, t.escrowId),
    byOrigin: index().on(t.origin, t.createdAt, t.contract, t.escrowId),
    byCreated: index().on(t.createdAt, t.contract, t.escrowId),
    byAmount: index().on(t.amountUnits, t.contract, t.escrowId),
    byHandoverDeadline: index().on(t.handoverDeadline, t.contract, t.escrowId),
    byVerifyDeadline: index().on(t.verifyDeadline, t.contract, t.escrowId),
    byOpenHandover: index().on(t.state, t.handoverDeadline, t.contract, t.escrowId),
    byOpenVerification: index().on(t.state, t.verifyDeadline, t.contract, t.escrowId),
    byUpdated: index().on(t.updatedAt, t.contract, t.escrowId),
    byUpdatedBlock: index().on(t.updatedBlock),
  }),
);

/** Each change of an escrow's state with the event that caused it, in chain order. */
export const escrowTransition = onchainTable(
  "escrow_transition",
  (t) => ({
    /** EIP-155 chain id. */
    chainId: t.integer().notNull(),
    /** Escrow contract. */
    contract: t.hex().notNull(),
    /** Escrow whose state changed. */
    escrowId: t.bigint().notNull(),
    /** 0 for the first state, then counting up. */
    sequence: t.integer().notNull(),
    /** State before; null for the first. */
    fromState: escrowState("from_state"),
    /** State from then on. */
    toState: escrowState("to_state").notNull(),
    /** Name of the event that caused the change. */
    cause: t.text().notNull(),
    /** Account that sent the transaction. */
    actor: t.hex().notNull(),
    /** Block of the change. */
    blockNumber: t.int8({ mode: "bigint" }).notNull(),
    /** Log index of the change within its block. */
    logIndex: t.integer().notNull(),
    /** Unix seconds of the change. */
    changedAt: t.int8({ mode: "bigint" }).notNull(),
    /** Transaction of the change. */
    txHash: t.hex().notNull(),
  }),
  (t) => ({
    pk: primaryKey({ columns: [t.chainId, t.contract, t.escrowId, t.sequence] }),
    byChanged: index().on(t.changedAt),
  }),
);

/** The retainer held back after a confirmed handover. */
export const transitionHold = onchainTable(
  "transition_hold",
  (t) => ({
    /** EIP-155 chain id. */
    chainId: t.integer().notNull(),
    /** Escrow contract. */
    contract: t.hex().notNull(),
    /** Escrow that the retainer belongs to. */
    escrowId: t.bigint().notNull(),
    /** Base units held back: floor(seller payout × 1000 / 10000). */
    retainedUnits: t.bigint().notNull(),
    /** First second at which the seller may claim, from the event (trap 31). */
    releaseTime: t.bigint().notNull(),
    /** Flag stored by the contract; stays false when a dispute or emergency ends the escrow. */
    isReleased: t.boolean().notNull(),
    /** Flag stored by the contract. */
    isClaimed: t.boolean().notNull(),
    /** Issue reported by the buyer, sanitised; empty without one. */
    assistanceNotes: t.text().notNull(),
    /** Unix seconds at which the retainer was claimed or its escrow ended (trap 23); null while open. */
    closedAt: t.int8({ mode: "bigint" }),
    /** Unix seconds at which the hold began. */
    createdAt: t.int8({ mode: "bigint" }).notNull(),
    /** Block of the last change. */
    updatedBlock: t.int8({ mode: "bigint" }).notNull(),
  }),
  (t) => ({
    pk: primaryKey({ columns: [t.chainId, t.contract, t.escrowId] }),
    byRelease: index().on(t.releaseTime, t.contract, t.escrowId),
    byClosed: index().on(t.closedAt, t.releaseTime, t.contract, t.escrowId),
    byCreated: index().on(t.createdAt, t.contract, t.escrowId),
    byUpdatedBlock: index().on(t.updatedBlock),
  }),
);

/** Disputes, one at most for each escrow. */
export const dispute = onchainTable(
  "dispute",
  (t) => ({
    /** EIP-155 chain id. */
    chainId: t.integer().notNull(),
    /** Escrow contract. */
    contract: t.hex().notNull(),
    /** Escrow that is disputed (the id stored on chain can be 0, trap 19). */
    escrowId: t.bigint().notNull(),
    /** Whether it was raised as a dispute or began as a reported transition issue. */
    origin: disputeOrigin("origin").notNull(),
    /** Account that raised it; null when it began as a transition issue. */
    initiator: t.hex(),
    /** Kind of dispute; null when it began as a transition issue. */
    disputeType: disputeType("dispute_type"),
    /** Link to the evidence or text of the issue, sanitised; untrusted text. */
    evidence: t.text().notNull(),
    /** Link to the latest response, sanitised; null without one. */
    response: t.text(),
    /** Unix seconds of the latest response; null without one. */
    respondedAt: t.int8({ mode: "bigint" }),
    /** Last second for a response; null when nobody can respond. */
    responseDeadline: t.bigint(),
    /** Outcome; pending until the owner resolves it. */
    resolution: disputeResolution("resolution").notNull(),
    /** Account that resolved it. */
    resolver: t.hex(),
    /** Base units refunded to the buyer on resolution, from the token's transfers. */
    refundedUnits: t.bigint(),
    /** Unix seconds at which it began. */
    createdAt: t.int8({ mode: "bigint" }).notNull(),
    /** Unix seconds of the resolution. */
    resolvedAt: t.int8({ mode: "bigint" }),
    /** Block of the last change. */
    updatedBlock: t.int8({ mode: "bigint" }).notNull(),
  }),
  (t) => ({
    pk: primaryKey({ columns: [t.chainId, t.contract, t.escrowId] }),
    byResolution: index().on(t.resolution, t.createdAt, t.contract, t.escrowId),
    byInitiator: index().on(t.initiator, t.createdAt, t.contract, t.escrowId),
    byOrigin: index().on(t.origin, t.createdAt, t.contract, t.escrowId),
    byType: index().on(t.disputeType, t.createdAt, t.contract, t.escrowId),
    byCreated: index().on(t.createdAt, t.contract, t.escrowId),
    byResponseDeadline: index().on(t.responseDeadline, t.contract, t.escrowId),
    byOpenResponse: index().on(t.resolution, t.responseDeadline, t.contract, t.escrowId),
    byUpdatedBlock: index().on(t.updatedBlock),
  }),
);

/** Sellers as the marketplace sees them. */
export const seller = onchainTable(
  "seller",
  (t) => ({
    /** EIP-155 chain id. */
    chainId: t.integer().notNull(),
    /** Marketplace concerned. */
    contract: t.hex().notNull(),
    /** Account of the seller. */
    seller: t.hex().notNull(),
    /** Unix seconds of the last sign of life: heartbeat or new listing (trap 6); 0 if none. */
    lastHeartbeatAt: t.bigint().notNull(),
    /** Whether the contract counts the seller as active. */
    isActive: t.boolean().notNull(),
    /** Whether the contract has paused the seller; a heartbeat does not clear it (trap 10). */
    isPaused: t.boolean().notNull(),
    /** Level that the seller last declared; null before the first listing. */
    declaredVerification: verificationLevel("declared_verification"),
    /** Listings that the contract counts as active; a sale does not lower it (trap 5). */
    activeListingCount: t.integer().notNull(),
    /** Listings ever created. */
    listingCount: t.integer().notNull(),
    /** Whether the contract has flagged the account as a genesis seller. */
    isGenesis: t.boolean().notNull(),
    /** Running count announced when the seller joined; not unique (trap 15). */
    genesisNumber: t.bigint(),
    /** Unix seconds from which a requested emergency withdrawal may run; null without one. */
    emergencyWithdrawAt: t.bigint(),
    /** Escrows in which the seller was paid in full. */
    completedSaleCount: t.integer().notNull(),
    /** Escrows of the seller that were ever disputed. */
    disputedSaleCount: t.integer().notNull(),
    /** Unix seconds at which the account was first seen. */
    firstSeenAt: t.int8({ mode: "bigint" }).notNull(),
    /** Block of the last change. */
    updatedBlock: t.int8({ mode: "bigint" }).notNull(),
  }),
  (t) => ({
    pk: primaryKey({ columns: [t.chainId, t.contract, t.seller] }),
    byHeartbeat: index().on(t.lastHeartbeatAt, t.contract, t.seller),
    byOpenHeartbeat: index().on(t.isActive, t.isPaused, t.lastHeartbeatAt, t.contract, t.seller),
    byEmergencyWithdraw: index().on(t.emergencyWithdrawAt, t.contract, t.seller),
    byFirstSeen: index().on(t.firstSeenAt, t.contract, t.seller),
    bySales: index().on(t.completedSaleCount, t.contract, t.seller),
    byListings: index().on(t.listingCount, t.contract, t.seller),
    byMarketplace: index().on(t.contract, t.firstSeenAt, t.seller),
    byActive: index().on(t.isActive, t.firstSeenAt, t.contract, t.seller),
    byPaused: index().on(t.isPaused, t.firstSeenAt, t.contract, t.seller),
    byGenesis: index().on(t.isGenesis, t.firstSeenAt, t.contract, t.seller),
    byAccount: index().on(t.seller, t.firstSeenAt, t.contract),
    byUpdatedBlock: index().on(t.updatedBlock),
  }),
);

/** Stakes that sellers lock to be allowed to list. */
export const sellerStake = onchainTable(
  "seller_stake",
  (t) => ({
    /** EIP-155 chain id. */
    chainId: t.integer().notNull(),
    /** Marketplace concerned. */
    contract: t.hex().notNull(),
    /** Account of the seller. */
    seller: t.hex().notNull(),
    /** Stake that the contract has on record, base units. */
    stakeUnits: t.bigint().notNull(),
    /** Unix seconds of the latest stake; 0 after an emergency withdrawal. */
    stakedAt: t.bigint().notNull(),
    /** Whether the stake counts. */
    isActive: t.boolean().notNull(),
    /** Slashes on record; a new stake wipes it (trap 9). */
    slashCount: t.bigint().notNull(),
    /** Base units ever slashed. */
    slashedUnits: t.bigint().notNull(),
    /** Base units lost when a new stake replaced what was left of an old one (trap 9). */
    forfeitedUnits: t.bigint().notNull(),
    /** Block of the last change. */
    updatedBlock: t.int8({ mode: "bigint" }).notNull(),
  }),
  (t) => ({ pk: primaryKey({ columns: [t.chainId, t.contract, t.seller] }) }),
);

/** AI agents registered with a payment escrow. */
export const agent = onchainTable(
  "agent",
  (t) => ({
    /** EIP-155 chain id. */
    chainId: t.integer().notNull(),
    /** Agent escrow contract. */
    contract: t.hex().notNull(),
    /** Id of the agent; 0 cannot exist. */
    agentId: t.bigint().notNull(),
    /** Account that is paid for new payments (an agent may be registered again). */
    developer: t.hex().notNull(),
    /** Unix seconds of the first registration. */
    registeredAt: t.int8({ mode: "bigint" }).notNull(),
    /** Payments ever deposited. */
    paymentCount: t.integer().notNull(),
    /** Block of the last change. */
    updatedBlock: t.int8({ mode: "bigint" }).notNull(),
  }),
  (t) => ({
    pk: primaryKey({ columns: [t.chainId, t.contract, t.agentId] }),
    byDeveloper: index().on(t.developer, t.registeredAt, t.contract, t.agentId),
    byRegistered: index().on(t.registeredAt, t.contract, t.agentId),
    byPayments: index().on(t.paymentCount, t.contract, t.agentId),
    byUpdatedBlock: index().on(t.updatedBlock),
  }),
);

/** Payments for the use of an agent. */
export const agentPayment = onchainTable(
  "agent_payment",
  (t) => ({
    /** EIP-155 chain id. */
    chainId: t.integer().notNull(),
    /** Agent escrow contract. */
    contract: t.hex().notNull(),
    /** Id chosen by the payer, unique for each contract. */
    paymentId: t.hex().notNull(),
    /** Account that paid. */
    payer: t.hex().notNull(),
    /** Account that is paid out. */
    developer: t.hex().notNull(),
    /** Agent that was paid for. */
    agentId: t.bigint().notNull(),
    /** Token of the payment. */
    token: t.hex().notNull(),
    /** Base units deposited. */
    amountUnits: t.bigint().notNull(),
    /** State of the payment. */
    state: paymentState("state").notNull(),
    /** Fee in base units, known at release (the fee in force then applies). */
    platformFeeUnits: t.bigint(),
    /** Base units paid to the developer at release. */
    paidToDeveloperUnits: t.bigint(),
    /** Base units paid back to the payer. */
    refundedUnits: t.bigint(),
    /** Last second at which it can be released: seven days after the deposit. */
    expiresAt: t.bigint().notNull(),
    /** Unix seconds of the deposit. */
    createdAt: t.int8({ mode: "bigint" }).notNull(),
    /** Unix seconds of release or refund; null while escrowed. */
    settledAt: t.int8({ mode: "bigint" }),
    /** Block of the deposit. */
    createdBlock: t.int8({ mode: "bigint" }).notNull(),
    /** Log index of the deposit within its block. */
    createdLogIndex: t.integer().notNull(),
    /** Transaction of the deposit. */
    createdTxHash: t.hex().notNull(),
    /** Block of the last change. */
    updatedBlock: t.int8({ mode: "bigint" }).notNull(),
  }),
  (t) => ({
    pk: primaryKey({ columns: [t.chainId, t.contract, t.paymentId] }),
    byPayer: index().on(t.payer, t.createdAt, t.contract, t.paymentId),
    byDeveloper: index().on(t.developer, t.createdAt, t.contract, t.paymentId),
    byAgent: index().on(t.contract, t.agentId, t.createdAt, t.paymentId),
    byToken: index().on(t.token, t.createdAt, t.contract, t.paymentId),
    byState: index().on(t.state, t.createdAt, t.contract, t.paymentId),
    byCreated: index().on(t.createdAt, t.contract, t.paymentId),
    byExpiry: index().on(t.expiresAt, t.contract, t.paymentId),
    byAmount: index().on(t.amountUnits, t.contract, t.paymentId),
    byUpdatedBlock: index().on(t.updatedBlock),
  }),
);

/** Tokens that an agent escrow accepts. */
export const agentEscrowToken = onchainTable(
  "agent_escrow_token",
  (t) => ({
    /** EIP-155 chain id. */
    chainId: t.integer().notNull(),
    /** Agent escrow contract. */
    contract: t.hex().notNull(),
    /** Token concerned. */
    token: t.hex().notNull(),
    /** Whether deposits in it are accepted. */
    isSupported: t.boolean().notNull(),
    /** Block of the last change. */
    updatedBlock: t.int8({ mode: "bigint" }).notNull(),
  }),
  (t) => ({ pk: primaryKey({ columns: [t.chainId, t.contract, t.token] }) }),
);

/** Kinds of entitlement, one for each agent. */
export const entitlementToken = onchainTable(
  "entitlement_token",
  (t) => ({
    /** EIP-155 chain id. */
    chainId: t.integer().notNull(),
    /** Entitlement contract. */
    contract: t.hex().notNull(),
    /** ERC-1155 token id, counted from 1. */
    tokenId: t.bigint().notNull(),
    /** Agent that the entitlement opens. */
    agentId: t.bigint().notNull(),
    /** Whether holders may pass it on. */
    isTransferrable: t.boolean().notNull(),
    /** Unix seconds at which access ends for all holders; 0 for never. */
    expiresAt: t.bigint().notNull(),
    /** Metadata link of the token, sanitised; null until set. */
    uri: t.text(),
    /** Unix seconds of the creation. */
    createdAt: t.int8({ mode: "bigint" }).notNull(),
    /** Block of the last change. */
    updatedBlock: t.int8({ mode: "bigint" }).notNull(),
  }),
  (t) => ({
    pk: primaryKey({ columns: [t.chainId, t.contract, t.tokenId] }),
    byAgent: index().on(t.agentId, t.contract, t.tokenId),
  }),
);

/** Who holds how many of an entitlement, from the ERC-1155 transfers alone. */
export const entitlement = onchainTable(
  "entitlement",
  (t) => ({
    /** EIP-155 chain id. */
    chainId: t.integer().notNull(),
    /** Entitlement contract. */
    contract: t.hex().notNull(),
    /** ERC-1155 token id. */
    tokenId: t.bigint().notNull(),
    /** Account that holds it. */
    holder: t.hex().notNull(),
    /** Number of units held. */
    balance: t.bigint().notNull(),
    /** Unix seconds at which the account first received one. */
    createdAt: t.int8({ mode: "bigint" }).notNull(),
    /** Block of the last change. */
    updatedBlock: t.int8({ mode: "bigint" }).notNull(),
  }),
  (t) => ({
    pk: primaryKey({ columns: [t.chainId, t.contract, t.tokenId, t.holder] }),
    byHolder: index().on(t.holder, t.createdAt, t.contract, t.tokenId),
    byCreated: index().on(t.createdAt, t.contract, t.tokenId, t.holder),
    byUpdatedBlock: index().on(t.updatedBlock),
  }),
);

/** One row for each event of each contract, append-only, in chain order. */
export const activity = onchainTable(
  "activity",
  (t) => ({
    /** EIP-155 chain id. */
    chainId: t.integer().notNull(),
    /** Block of the event. */
    blockNumber: t.int8({ mode: "bigint" }).notNull(),
    /** Log index within the block. */
    logIndex: t.integer().notNull(),
    /** Hash of the block. */
    blockHash: t.hex().notNull(),
    /** Transaction of the event. */
    txHash: t.hex().notNull(),
    /** Unix seconds of the block. */
    occurredAt: t.int8({ mode: "bigint" }).notNull(),
    /** Contract that emitted it. */
    contract: t.hex().notNull(),
    /** What that contract is for. */
    contractKind: contractKind("contract_kind").notNull(),
    /** Name of the event, e.g. `ListingCreated`. */
    event: t.text().notNull(),
    /** What happened in words, e.g. `listing_created`. */
    kind: t.text().notNull(),
    /** Account that sent the transaction. */
    sender: t.hex().notNull(),
    /** Account that acted or is meant by the event; null for settings of the contract. */
    actor: t.hex(),
    /** The other party, where there is one. */
    counterparty: t.hex(),
    /** Marketplace of the listing below. */
    marketplace: t.hex(),
    /** Listing concerned. */
    listingId: t.bigint(),
    /** Escrow concerned. */
    escrowId: t.bigint(),
    /** Offer concerned. */
    offerId: t.bigint(),
    /** Amount of the event in base units, where it has one. */
    amountUnits: t.bigint(),
    /** Arguments of the event by name: integers as decimal strings, text sanitised. */
    args: t.json().$type<Record<string, unknown>>().notNull(),
    /** `topic0` of the log. */
    topic: t.hex().notNull(),
    /** Data of the log as emitted, before any sanitising. */
    rawData: t.hex().notNull(),
  }),
  (t) => ({
    pk: primaryKey({ columns: [t.chainId, t.blockNumber, t.logIndex] }),
    byContract: index().on(t.contract, t.blockNumber, t.logIndex),
    byListing: index().on(t.marketplace, t.listingId, t.blockNumber, t.logIndex),
    byEscrow: index().on(t.contract, t.escrowId, t.blockNumber, t.logIndex),
    byOffer: index().on(t.contract, t.offerId, t.blockNumber, t.logIndex),
    byActor: index().on(t.actor, t.blockNumber, t.logIndex),
    byCounterparty: index().on(t.counterparty, t.blockNumber, t.logIndex),
    bySender: index().on(t.sender, t.blockNumber, t.logIndex),
    byKind: index().on(t.kind, t.blockNumber, t.logIndex),
    byTime: index().on(t.occurredAt, t.blockNumber, t.logIndex),
    byBlockHash: index().on(t.blockHash, t.logIndex),
    byTx: index().on(t.txHash),
  }),
);

/** Listings created and cancelled on each UTC day. */
export const dailyListingStat = onchainView("daily_listing_stat").as((qb) =>
  qb
    .select({
      /** EIP-155 chain id. */
      chainId: listing.chainId,
      /** Marketplace concerned. */
      contract: listing.contract,
      /** First second of the UTC day. */
      dayStart: sql<bigint>`(${listing.createdAt} / 86400) * 86400`.as("day_start"),
      /** Listings created on that day. */
      listingCount: sql<bigint>`count(*)`.as("listing_count"),
      /** Sum of their asking prices now in force, base units. */
      askingPriceUnits: sql<bigint>`sum(${listing.askingPriceUnits})`.as("asking_price_units"),
      /** Listings of that day that were cancelled since. */
      cancelledCount: sql<bigint>`count(*) filter (where ${listing.state} = 'cancelled')`.as(
        "cancelled_count",
      ),
    })
    .from(listing)
    .groupBy(listing.chainId, listing.contract, sql`3`),
);

/** Escrows opened on each UTC day and what became of them. */
export const dailyEscrowStat = onchainView("daily_escrow_stat").as((qb) =>
  qb
    .select({
      /** EIP-155 chain id. */
      chainId: escrow.chainId,
      /** Escrow contract. */
      contract: escrow.contract,
      /** First second of the UTC day. */
      dayStart: sql<bigint>`(${escrow.createdAt} / 86400) * 86400`.as("day_start"),
      /** Escrows opened on that day. */
      escrowCount: sql<bigint>`count(*)`.as("escrow_count"),
      /** Those that were funded. */
      fundedCount: sql<bigint>`count(*) filter (where ${escrow.fundedAt} is not null)`.as(
        "funded_count",
      ),
      /** Those that were completed. */
      completedCount: sql<bigint>`count(*) filter (where ${escrow.state} = 'completed')`.as(
        "completed_count",
      ),
      /** Those that were ever disputed. */
      disputedCount: sql<bigint>`count(*) filter (where ${escrow.disputedAt} is not null)`.as(
        "disputed_count",
      ),
      /** Base units of all funded escrows of that day. */
      volumeUnits:
        sql<bigint>`coalesce(sum(${escrow.amountUnits}) filter (where ${escrow.fundedAt} is not null), 0)`.as(
          "volume_units",
        ),
      /** Base units paid as platform fee by escrows of that day. */
      feeUnits: sql<bigint>`sum(${escrow.paidToTreasuryUnits})`.as("fee_units"),
    })
    .from(escrow)
    .groupBy(escrow.chainId, escrow.contract, sql`3`),
);
