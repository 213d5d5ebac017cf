import type { ApiDeps } from "../deps.ts";
import type { Collection } from "../http/collection.ts";
import type { Router } from "../http/router.ts";
import { registerOwnAccount } from "./account/register-account.ts";
import { registerGetAccount } from "./accounts/get-account.ts";
import { registerActions } from "./actions/register-actions.ts";
import { activity } from "./activity/activity.collection.ts";
import { registerAdmin } from "./admin/register-admin.ts";
import { registerAudit } from "./admin/register-audit.ts";
import { agentPayments } from "./agent-payments/agent-payments.collection.ts";
import { agents } from "./agents/agents.collection.ts";
import { registerEmailAccounts } from "./auth/register-email.ts";
import { registerSessions } from "./auth/register-sessions.ts";
import { registerSignIn } from "./auth/register-sign-in.ts";
import { registerListChanges } from "./changes/list-changes.ts";
import { registerStreamChanges } from "./changes/stream-changes.ts";
import { contracts } from "./contracts/contracts.collection.ts";
import { registerListDeadlines } from "./deadlines/list-deadlines.ts";
import { disputes } from "./disputes/disputes.collection.ts";
import { registerDrafts } from "./drafts/register-drafts.ts";
import { registerCheckAccess } from "./entitlements/check-access.ts";
import { entitlements } from "./entitlements/entitlements.collection.ts";
import {
  registerEscrowHandover,
  registerEscrowLedger,
  registerEscrowTimeline,
} from "./escrows/escrow-parts.ts";
import { escrows } from "./escrows/escrows.collection.ts";
import { registerFlags } from "./flags/register-flags.ts";
import { holds } from "./holds/holds.collection.ts";
import { registerKeys } from "./keys/register-keys.ts";
import { registerListLimits } from "./limits/list-limits.ts";
import { registerListingMetadata } from "./listing-metadata/register-listing-metadata.ts";
import {
  listingActivity,
  listingEscrows,
  listingOffers,
  listingPrices,
} from "./listings/listing-lists.ts";
import { listings } from "./listings/listings.collection.ts";
import { registerGetContracts } from "./meta/get-contracts.ts";
import {
  registerHealth,
  registerProblemKinds,
  registerReady,
  registerStatus,
} from "./meta/register-meta.ts";
import { registerNotifications } from "./notifications/register-notifications.ts";
import { offers } from "./offers/offers.collection.ts";
import { prices } from "./prices/prices.collection.ts";
import { sellers } from "./sellers/sellers.collection.ts";
import { registerGetSolvency } from "./solvency/get-solvency.ts";
import { registerStatistics } from "./statistics/register-statistics.ts";
import { tokens } from "./tokens/tokens.collection.ts";

/** Every resource with lists, batches and single answers, in the order of the document. */
export const COLLECTIONS: readonly Collection[] = [
  listings,
  prices,
  offers,
  escrows,
  disputes,
  holds,
  sellers,
  agents,
  agentPayments,
  entitlements,
  contracts,
  tokens,
  activity,
];

/** Every route of the API, in the order of the document. */
const REGISTRATIONS: readonly ((app: Router, deps: ApiDeps) => unknown)[] = [
  // Before the single answer, whose id it would be.
  registerCheckAccess,
  ...COLLECTIONS.flatMap(({ registerList, registerGet }) => [registerList, registerGet]),
  listingOffers.register,
  listingEscrows.register,
  listingActivity.register,
  listingPrices.register,
  registerListingMetadata,
  registerDrafts,
  registerNotifications,
  registerEscrowTimeline,
  registerEscrowLedger,
  registerEscrowHandover,
  registerGetAccount,
  registerListDeadlines,
  registerActions,
  registerSignIn,
  registerSessions,
  registerEmailAccounts,
  registerOwnAccount,
  registerListChanges,
  registerStreamChanges,
  registerStatistics,
  registerGetSolvency,
  registerKeys,
  registerListLimits,
  registerFlags,
  registerAdmin,
  registerAudit,
  registerStatus,
  registerGetContracts,
  registerHealth,
  registerReady,
  registerProblemKinds,
];

export function registerRoutes(app: Router, deps: ApiDeps): void {
  for (const register of REGISTRATIONS) register(app, deps);
}
