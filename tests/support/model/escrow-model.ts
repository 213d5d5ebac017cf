import type { Hex } from "viem";
import {
  EMERGENCY_COOLDOWN,
  type EscrowGeneration,
  type EscrowRecord,
  type EscrowStateModel,
  newEscrow,
  type OfferRecord,
  type OpenedEscrow,
  setAmount,
  WINDOW,
  ZERO_HASH,
} from "./escrow-records.ts";
import type { MarketplaceModel } from "./marketplace-model.ts";
import { DAY, HOUR, ProxiedModel, ZERO_ADDRESS } from "./proxied-model.ts";
import { type Gate, require } from "./refusal.ts";
import type { TokenModel } from "./token-model.ts";

const BPS = 10_000n;

/** What the escrow contract is expected to do, from domain A.8 and the traps of A.9. */
export class EscrowModel extends ProxiedModel<EscrowGeneration> {
  readonly token: TokenModel;
  readonly marketplace: MarketplaceModel;
  treasury: Hex;
  safetyWallet: Hex = ZERO_ADDRESS;
  emergencyActivatedAt: bigint | undefined;
  transitionPeriod = 0n;
  readonly escrows: EscrowRecord[] = [];
  readonly offers: OfferRecord[] = [];
  readonly #places = new Set<string>();

  constructor(
    address: Hex,
    generation: EscrowGeneration,
    owner: Hex,
    treasury: Hex,
    token: TokenModel,
    marketplace: MarketplaceModel,
    gate: Gate,
  ) {
    super(address, generation, owner, gate);
    this.treasury = treasury;
    this.token = token;
    this.marketplace = marketplace;
  }

  get hasOffers(): boolean {
    return this.generation !== "E1";
  }

  get offersExpire(): boolean {
    return this.generation === "E2d" || this.generation === "E3";
  }

  escrow(id: bigint): EscrowRecord | undefined {
    return this.escrows[Number(id) - 1];
  }

  offer(id: bigint): OfferRecord | undefined {
    return this.offers[Number(id) - 1];
  }

  depositFunds(from: Hex, now: bigint, listingId: bigint, amount: bigint, method: number): void {
    this.requireRunning();
    const listing = this.#purchasable(from, listingId);
    require(amount === listing.price, "not the price");
    this.gate.commit();
    const arrived = this.token.receive(this.address, amount);
    const booked = this.hasOffers ? arrived : amount;
    const sale = { listingId, buyer: from, seller: listing.seller, method, depositedAt: now };
    this.#open({ ...sale, state: "funded", totalFunded: booked }, booked);
  }

  makeOffer(from: Hex, now: bigint, listingId: bigint, price: bigint): void {
    this.#requireOffers();
    this.requireRunning();
    this.#purchasable(from, listingId);
    require(price !== 0n, "price is zero");
    const place = `${listingId}:${from}`;
    require(this.generation === "E2a" || !this.#places.has(place), "an offer is active");
    this.gate.commit();
    this.offers.push({
      id: BigInt(this.offers.length + 1),
      listingId,
      buyer: from,
      price,
      deposit: this.token.receive(this.address, (price * 500n) / BPS),
      expiresAt: this.offersExpire ? now + DAY : 0n,
      state: "active",
      escrowId: 0n,
      endedBy: "",
    });
    this.#places.add(place);
  }

  acceptOffer(from: Hex, now: bigint, id: bigint, method: number): void {
    const offer = this.#activeOffer(id);
    require(this.marketplace.listings[Number(offer.listingId)]?.seller === from, "not the seller");
    this.gate.commit();
    this.#endOffer(offer, "accepted", "OfferAccepted");
    const { listingId, buyer, price, deposit } = offer;
    const sale = { listingId, buyer, seller: from, method, depositedAt: now };
    offer.escrowId = this.#open({ ...sale, state: "created", totalFunded: deposit }, price);
  }

  rejectOffer(from: Hex, id: bigint): void {
    const offer = this.#activeOffer(id);
    require(this.marketplace.listings[Number(offer.listingId)]?.seller === from, "not the seller");
    this.#pay(offer.deposit);
    this.#endOffer(offer, "rejected", "OfferRejected");
  }

  cancelOffer(from: Hex, now: bigint, id: bigint): void {
    const offer = this.#activeOffer(id);
    const isExpired = this.offersExpire && now > offer.expiresAt;
    require(from === offer.buyer || isExpired, "not the buyer");
    this.#pay(offer.deposit);
    const isByOther = from !== offer.buyer;
    this.#endOffer(offer, "cancelled", isByOther ? "expiry" : "OfferCancelled");
  }

  completeFunding(from: Hex, id: bigint): void {
    this.#requireOffers();
    this.requireRunning();
    const escrow = this.#existing(id);
    require(escrow.state === "created" && escrow.buyer === from, "not to be funded");
    const missing = escrow.amount - escrow.totalFunded;
    require(missing !== 0n, "nothing left");
    this.gate.commit();
    escrow.totalFunded += this.token.receive(this.address, missing);
    setAmount(escrow, escrow.totalFunded);
    this.#move(escrow, "funded", "FundsDeposited");
  }

  uploadCredentialHash(from: Hex, now: bigint, id: bigint, hash: Hex): void {
    this.requireRunning();
    const escrow = this.#existing(id);
    require(escrow.seller === from && escrow.state === "funded", "not to be delivered");
    require(now <= escrow.handoverDeadline, "too late");
    require(hash !== ZERO_HASH, "hash is zero");
    this.gate.commit();
    escrow.credentialHash = hash;
    escrow.verifyDeadline = now + WINDOW;
    this.#move(escrow, "delivered", "CredentialsUploaded");
  }

  requestVerificationExtension(from: Hex, now: bigint, id: bigint): void {
    this.requireRunning();
    const escrow = this.#existing(id);
    require(escrow.buyer === from && escrow.state === "delivered", "not to be extended");
    require(!escrow.isExtended && now < escrow.verifyDeadline, "too late or used");
    this.gate.commit();
    escrow.isExtended = true;
    escrow.verifyDeadline += DAY;
    escrow.edges.push("delivered>delivered:VerificationExtended");
  }

  confirmReceipt(from: Hex, now: bigint, id: bigint): void {
    this.requireRunning();
    const escrow = this.#existing(id);
    require(escrow.buyer === from && escrow.state === "delivered", "not to be confirmed");
    require(now <= escrow.verifyDeadline, "too late");
    const retained = (escrow.payout * 1_000n) / BPS;
    this.#pay(escrow.payout - retained + escrow.fee);
    const period = this.generation === "E3" ? this.transitionPeriod : 7n * DAY;
    escrow.hold = { retained, releaseTime: now + period, isReleased: false, notes: "" };
    this.#move(escrow, "transition", "ReceiptConfirmed");
  }

  claimTransitionRetainer(from: Hex, now: bigint, id: bigint): void {
    this.requireRunning();
    const escrow = this.#existing(id);
    require(escrow.seller === from && escrow.state === "transition", "not to be claimed");
    require(escrow.hold !== undefined && now >= escrow.hold.releaseTime, "too early");
    this.#releaseHold(escrow, "TransitionRetainerClaimed");
  }

  adminReleaseRetainer(from: Hex, id: bigint): void {
    require(this.generation === "E3", "no such function");
    this.requireOwner(from);
    const escrow = this.#existing(id);
    require(escrow.state === "transition", "not in transition");
    this.#releaseHold(escrow, "AdminRetainerReleased");
  }

  reportTransitionIssue(from: Hex, now: bigint, id: bigint, issue: string): void {
    this.requireRunning();
    const escrow = this.#existing(id);
    require(escrow.buyer === from && escrow.state === "transition", "not in transition");
    require(escrow.hold !== undefined && now < escrow.hold.releaseTime, "too late");
    require(issue !== "", "issue is empty");
    this.gate.commit();
    escrow.hold.notes = issue;
    this.#move(escrow, "disputed", "TransitionIssueReported");
  }

  raiseDispute(from: Hex, now: bigint, id: bigint, type: number, evidence: string): void {
    this.requireRunning();
    const escrow = this.#existing(id);
    require(from === escrow.buyer || from === escrow.seller, "not a party");
    require(escrow.state === "delivered" || escrow.state === "transition", "wrong state");
    require(evidence !== "" && type <= 3, "bad evidence");
    this.gate.commit();
    escrow.dispute = {
      initiator: from,
      responseDeadline: now + 48n * HOUR,
      response: "",
      resolution: 0,
    };
    this.#move(escrow, "disputed", "DisputeRaised");
  }

  respondToDispute(from: Hex, now: bigint, id: bigint, response: string): void {
    this.requireRunning();
    const escrow = this.#existing(id);
    require(from === escrow.buyer || from === escrow.seller, "not a party");
    require(escrow.state === "disputed" && response !== "", "nothing to answer");
    const { dispute } = escrow;
    require(dispute !== undefined && dispute.initiator !== from, "cannot respond");
    require(now <= dispute.responseDeadline, "too late");
    this.gate.commit();
    dispute.response = response;
  }

  resolveDispute(from: Hex, id: bigint, resolution: number, refundBps: bigint): void {
    this.requireOwner(from);
    const escrow = this.#existing(id);
    require(escrow.state === "disputed", "not disputed");
    require(resolution >= 1 && resolution <= 4 && refundBps <= BPS, "bad resolution");
    const refund = (escrow.amount * refundBps) / BPS;
    const isSplit = resolution === 2 || resolution === 4;
    require(!isSplit || escrow.amount - refund >= escrow.fee, "refund eats the fee");
    this.#pay(escrow.amount);
    escrow.dispute ??= { initiator: ZERO_ADDRESS, responseDeadline: 0n, response: "", resolution };
    escrow.dispute.resolution = resolution;
    const ends = ["", "refunded", "resolved", "completed", "resolved"] as const;
    const cause = isSplit ? `DisputeResolved ${resolution}` : "DisputeResolved";
    this.#move(escrow, ends[resolution] as EscrowStateModel, cause);
  }

  claimTimeout(now: bigint, id: bigint): void {
    this.requireRunning();
    const escrow = this.#existing(id);
    if (escrow.state === "funded") {
      require(now > escrow.handoverDeadline, "too early");
      this.#pay(escrow.amount);
      this.#move(escrow, "expired", "TimeoutClaimed");
    } else {
      require(escrow.state === "delivered" && now > escrow.verifyDeadline, "no timeout");
      this.#pay(escrow.amount);
      this.#move(escrow, "completed", "TimeoutClaimed");
    }
  }

  activateEmergency(from: Hex, now: bigint): void {
    this.requireOwner(from);
    require(this.emergencyActivatedAt === undefined, "already active");
    this.gate.commit();
    this.emergencyActivatedAt = now;
  }

  deactivateEmergency(from: Hex, now: bigint): void {
    this.requireOwner(from);
    require(this.emergencyActivatedAt !== undefined, "not active");
    require(now < this.emergencyActivatedAt + EMERGENCY_COOLDOWN, "too late");
    this.gate.commit();
    this.emergencyActivatedAt = undefined;
  }

  emergencyWithdraw(from: Hex, now: bigint, id: bigint): void {
    const escrow = this.#existing(id);
    const since = this.emergencyActivatedAt;
    require(since !== undefined && now >= since + EMERGENCY_COOLDOWN, "not open");
    if (escrow.state === "transition") {
      require(from === escrow.seller && escrow.hold !== undefined, "not the seller");
      this.#pay(escrow.hold.retained);
    } else {
      require(escrow.state === "funded" || escrow.state === "delivered", "wrong state");
      require(from === escrow.buyer, "not the buyer");
      this.#pay(escrow.amount);
    }
    this.#move(escrow, "emergency", "EmergencyWithdrawal");
  }

  setTreasuryAddress(from: Hex, treasury: Hex): void {
    this.requireOwner(from);
    require(treasury !== ZERO_ADDRESS, "treasury is zero");
    this.gate.commit();
    this.treasury = treasury;
  }

  setSafetyWallet(from: Hex, wallet: Hex): void {
    this.#requireOffers();
    this.requireOwner(from);
    require(wallet !== ZERO_ADDRESS, "wallet is zero");
    this.gate.commit();
    this.safetyWallet = wallet;
  }

  emergencyEjectEscrow(from: Hex, id: bigint): void {
    this.#requireEjection(from);
    const escrow = this.escrow(id);
    const open = ["created", "funded", "delivered", "transition", "disputed"];
    require(escrow === undefined || open.includes(escrow.state), "closed");
    const amount = escrow === undefined ? 0n : this.#ejectable(escrow);
    this.#pay(amount);
    if (escrow !== undefined && amount > 0n)
      this.#move(escrow, "emergency", "EmergencyEjectEscrow");
  }

  emergencyEjectOffer(from: Hex, id: bigint): void {
    this.#requireEjection(from);
    const offer = this.offer(id);
    require(offer !== undefined && offer.state === "active", "not active");
    this.#pay(offer.deposit);
    offer.state = "cancelled";
    offer.endedBy = "EmergencyEjectOffer";
  }

  setTransitionPeriod(from: Hex, period: bigint): void {
    require(this.generation === "E3", "no such function");
    this.requireOwner(from);
    require(period !== 0n, "period is zero");
    this.gate.commit();
    this.transitionPeriod = period;
  }

  #ejectable(escrow: EscrowRecord): bigint {
    if (escrow.state === "created") return escrow.totalFunded;
    if (escrow.hold === undefined) return escrow.amount;
    return escrow.hold.isReleased ? 0n : escrow.hold.retained;
  }

  #requireEjection(from: Hex): void {
    this.#requireOffers();
    this.requireOwner(from);
    this.requirePaused();
    require(this.safetyWallet !== ZERO_ADDRESS, "no safety wallet");
  }

  #requireOffers(): void {
    require(this.hasOffers, "no such function");
  }

  #purchasable(from: Hex, listingId: bigint) {
    const listing = this.marketplace.listings[Number(listingId)];
    require(listing !== undefined && listing.state === "active", "not for sale");
    require(listing.seller !== from, "own listing");
    return listing;
  }

  #existing(id: bigint): EscrowRecord {
    const escrow = this.escrow(id);
    require(escrow !== undefined, "no such escrow");
    return escrow;
  }

  #activeOffer(id: bigint): OfferRecord {
    this.#requireOffers();
    this.requireRunning();
    const offer = this.offer(id);
    require(offer !== undefined && offer.state === "active", "not active");
    return offer;
  }

  #endOffer(offer: OfferRecord, state: OfferRecord["state"], by: string): void {
    offer.state = state;
    offer.endedBy = by;
    this.#places.delete(`${offer.listingId}:${offer.buyer}`);
  }

  #releaseHold(escrow: EscrowRecord, cause: string): void {
    require(escrow.hold !== undefined && !escrow.hold.isReleased, "no hold");
    this.#pay(escrow.hold.retained);
    escrow.hold.isReleased = true;
    this.#move(escrow, "completed", cause);
  }

  /** The last rule of every payment: the tokens must be there. Commits. */
  #pay(units: bigint): void {
    this.token.requireHeld(this.address, units);
    this.gate.commit();
    this.token.pay(this.address, units);
  }

  #open(opened: OpenedEscrow, amount: bigint): bigint {
    const escrow = newEscrow(BigInt(this.escrows.length + 1), opened);
    setAmount(escrow, amount);
    this.escrows.push(escrow);
    return escrow.id;
  }

  #move(escrow: EscrowRecord, to: EscrowStateModel, cause: string): void {
    escrow.edges.push(`${escrow.state}>${to}:${cause}`);
    escrow.state = to;
  }
}
