import type { Abi, ContractEventName } from "viem";
import type {
  AgentEscrowAbi,
  EntitlementsAbi,
  EscrowAbi,
  MarketplaceAbi,
  TokenAbi,
} from "../../abis/index.ts";
import type { ContractKind } from "./states.ts";

/** What becomes of an event: a row of activity, a token movement, or nothing for a stated reason. */
export type Coverage =
  | { handling: "activity" }
  | { handling: "movement" }
  | { handling: "ignored"; reason: string };

/** One decision for each event of an ABI: an event that is not decided does not compile. */
type CoverageOf<abi extends Abi> = { readonly [name in ContractEventName<abi>]: Coverage };

const activity = { handling: "activity" } as const;
const movement = { handling: "movement" } as const;
const ignored = (reason: string) => ({ handling: "ignored", reason }) as const;

export const MARKETPLACE_COVERAGE = {
  ListingCreated: activity,
  ListingUpdated: activity,
  ListingCancelled: activity,
  ListingPaused: activity,
  ListingResumed: activity,
  BuildIdVerified: activity,
  HeartbeatRecorded: activity,
  SellerStaked: activity,
  StakeWithdrawn: activity,
  GenesisSellerJoined: activity,
  SellerPaused: activity,
  SellerSlashed: activity,
  EmergencyWithdrawRequested: activity,
  EmergencyWithdrawExecuted: activity,
  AgentAddressUpdated: activity,
  Initialized: activity,
  Upgraded: activity,
  OwnershipTransferred: activity,
  Paused: activity,
  Unpaused: activity,
} as const satisfies CoverageOf<typeof MarketplaceAbi>;

export const ESCROW_COVERAGE = {
  EscrowCreated: activity,
  FundsDeposited: activity,
  CredentialsUploaded: activity,
  ReceiptConfirmed: activity,
  FundsReleased: activity,
  TransitionHoldCreated: activity,
  TransitionRetainerClaimed: activity,
  TransitionIssueReported: activity,
  DisputeRaised: activity,
  DisputeResponded: activity,
  DisputeResolved: activity,
  VerificationExtended: activity,
  TimeoutClaimed: activity,
  EmergencyActivated: activity,
  EmergencyDeactivated: activity,
  EmergencyWithdrawal: activity,
  TreasuryAddressUpdated: activity,
  OfferMade: activity,
  OfferAccepted: activity,
  OfferRejected: activity,
  OfferCancelled: activity,
  SafetyWalletUpdated: activity,
  EmergencyEjectEscrow: activity,
  EmergencyEjectOffer: activity,
  TransitionPeriodUpdated: activity,
  AdminRetainerReleased: activity,
  Initialized: activity,
  Upgraded: activity,
  OwnershipTransferred: activity,
  Paused: activity,
  Unpaused: activity,
} as const satisfies CoverageOf<typeof EscrowAbi>;

export const TOKEN_COVERAGE = {
  Transfer: movement,
  Approval: ignored("An allowance moves no money; the transfer that uses it is recorded."),
} as const satisfies CoverageOf<typeof TokenAbi>;

export const AGENT_ESCROW_COVERAGE = {
  PaymentDeposited: activity,
  PaymentReleased: activity,
  PaymentRefunded: activity,
  AgentRegistered: activity,
  PlatformFeeUpdated: activity,
  PlatformFeeRecipientUpdated: activity,
  TokenSupportUpdated: activity,
  RoleGranted: activity,
  RoleRevoked: activity,
  RoleAdminChanged: activity,
} as const satisfies CoverageOf<typeof AgentEscrowAbi>;

export const ENTITLEMENT_COVERAGE = {
  EntitlementCreated: activity,
  EntitlementMinted: activity,
  EntitlementBurned: activity,
  TokenURIUpdated: activity,
  BaseURIUpdated: activity,
  TransferSingle: activity,
  TransferBatch: activity,
  URI: activity,
  RoleGranted: activity,
  RoleRevoked: activity,
  RoleAdminChanged: activity,
  ApprovalForAll: ignored(
    "A permission between holder and operator; a transfer that uses it is recorded.",
  ),
} as const satisfies CoverageOf<typeof EntitlementsAbi>;

/** The decision for each event by kind of contract and name of the event. */
export const COVERAGE: Record<ContractKind, Readonly<Record<string, Coverage>>> = {
  marketplace: MARKETPLACE_COVERAGE,
  escrow: ESCROW_COVERAGE,
  token: TOKEN_COVERAGE,
  agentEscrow: AGENT_ESCROW_COVERAGE,
  entitlement: ENTITLEMENT_COVERAGE,
};

/** The event's name in words, as shown in a timeline: `ListingCreated` is `listing_created`. */
export function activityKind(eventName: string): string {
  return eventName
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .toLowerCase();
}
