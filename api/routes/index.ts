import type { ApiDeps } from "../deps.ts";
import type { Collection } from "../http/collection.ts";
import type { Router } from "../http/router.ts";
import { registerQueuePage } from "../queue-page/register-queue-page.ts";
import { registerOwnAccount } from "./account/register-account.ts";
import { registerGetAccount } from "./accounts/get-account.ts";
import { registerActions } from "./actions/register-actions.ts";
import { activity } from "./activity/activity.collection.ts";
import { registerAdmin } from "./admin/register-admin.ts";
import { registerAudit } from "./admin/register-audit.ts";
import { agentPayments } from "./agent-payments/agent-payments.collection.ts";
import { agents } from "./agents/agents.collection.ts";
import { registerEmailAccounts } from "./auth/register-email.ts";
import { registerOidc } from "./auth/register-oidc.ts";
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
import { registerJobs } from "./jobs/register-jobs.ts";
import { registerKeys } from "./keys/register-keys.ts";
import { registerListLimits } from "./limits/list-limits.ts";
import { registerListingMetadata } from "./listing-metadata/register-listing-metadata.ts";
import { registerSiteChecks } from "./listings/get-site-checks.ts";
import { registerSimilarListings } from "./listings/list-similar-listings.ts";
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
import { registerOperatorNotices } from "./operator-notices/register-operator-notices.ts";
import { registerInvitations } from "./organisations/register-invitations.ts";
import { registerOrganisations } from "./organisations/register-organisations.ts";
import { prices } from "./prices/prices.collection.ts";
import { registerProfile } from "./profile/register-profile.ts";
import { registerSavedSearches } from "./saved-searches/register-saved-searches.ts";
import { sellers } from "./sellers/sellers.collection.ts";
import { registerSignsOfLife } from "./signs-of-life/register-signs-of-life.ts";
import { registerGetSolvency } from "./solvency/get-solvency.ts";
import { registerStatistics } from "./statistics/register-statistics.ts";
import { tokens } from "./tokens/tokens.collection.ts";
import { registerTrackRecord } from "./track-record/register-track-record.ts";
import { registerContent } from "./uploads/register-content.ts";
import { registerUploads } from "./uploads/register-uploads.ts";
import { registerUsers } from "./users/register-users.ts";
import { registerReviews } from "./valuations/register-reviews.ts";
import { registerValuations } from "./valuations/register-valuations.ts";
import { registerWebhooks } from "./webhooks/register-webhooks.ts";

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
  registerSimilarListings,
  registerSiteChecks,
  registerListingMetadata,
  registerDrafts,
  registerUploads,
  registerContent,
  registerNotifications,
  registerOperatorNotices,
  registerSignsOfLife,
  registerEscrowTimeline,
  registerEscrowLedger,
  registerEscrowHandover,
  registerGetAccount,
  registerUsers,
  registerListDeadlines,
  registerActions,
  registerSignIn,
  registerSessions,
  registerEmailAccounts,
  registerOidc,
  registerOwnAccount,
  registerProfile,
  registerOrganisations,
  registerInvitations,
  registerListChanges,
  registerStreamChanges,
  registerWebhooks,
  registerSavedSearches,
  registerJobs,
  registerQueuePage,
  registerStatistics,
  registerGetSolvency,
  // Before single valuations, whose id its words would be.
  registerTrackRecord,
  registerValuations,
  registerReviews,
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
