import { randomUUID } from "node:crypto";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import type { Scope } from "../../../core/keys/scopes.ts";
import type { AccessWorld, Actor } from "./access-world.ts";
import { BUYER } from "./rows.ts";

type Making<Value> = Value | ((world: AccessWorld) => Promise<Value>);

/** Values of the path by name. */
export type Places = Record<string, string>;

/** What everybody may expect of one operation. */
export type Access = {
  /** A body that its schema takes. */
  body?: Making<unknown>;
  /** Values of the path; of `object`, those of something that the owner has just made. */
  places?: Making<Places>;
  /** Status of whoever may; any good one unless given. */
  gives?: number;
} & (
  | {
      /** Says the same to everybody: facts of the chain, or the proof stands in the body. */
      kind: "open";
    }
  | {
      /** Speaks of the caller and of nobody else. */
      kind: "own";
      /** Scope by which a key may; without one no key may. */
      scope?: Scope;
      /** Answers nobody in particular as well. */
      isOpenToNobody?: true;
      /** Answers any key, whatever its scopes. */
      isOpenToKeys?: true;
      /** Roles that see what is of others, too. */
      seenBy?: readonly Actor[];
      /** It ends what the caller asks with, so somebody new asks. */
      isLast?: true;
    }
  | {
      /** Something of the owner, which is not there for anybody else. */
      kind: "object";
      /** Who may besides the owner. */
      mayAlso?: readonly Actor[];
    }
  | {
      /** For whoever has the role, whatever it is about. */
      kind: "role";
      for: readonly Actor[];
    }
);

/** What stands in the paths of public reads. */
const SOMETHING: Places = {
  id: "0",
  address: BUYER,
  token: randomUUID(),
  slug: "invalid-request",
};

const open = { kind: "open" } as const;
const own = { kind: "own" } as const;
const admins = { kind: "role", for: ["admin"] } as const;
const reviewers = { kind: "role", for: ["admin", "reviewer"] } as const;

const PASSWORD = "correct horse battery";
/** Of a link or a token: 43 letters, as if somebody had guessed. */
const GUESS = "A".repeat(43);
const SIGNED = { message: "app.test wants you to sign in", signature: `0x${"11".repeat(65)}` };

const draft = async ({ owner, dataOf, canary }: AccessWorld): Promise<Places> => {
  const made = await owner.ask("POST", "/v1/drafts", { title: canary, document: { canary } });
  return { draftId: dataOf(made).draftId ?? "" };
};
const key = async ({ owner, dataOf, canary }: AccessWorld): Promise<Places> => {
  const made = await owner.ask("POST", "/v1/keys", { name: canary });
  return { keyId: dataOf(made).keyId ?? "" };
};
/** Held against the owner by the reviewer. */
const flag = async ({ owner, reviewer, dataOf, canary }: AccessWorld): Promise<Places> => {
  const made = await reviewer.ask("POST", "/v1/flags", {
    subject: { kind: "account", id: owner.accountId },
    reason: "spam",
    explanation: canary,
  });
  return { flagId: dataOf(made).flagId ?? "" };
};
const organisation = async ({ owner, dataOf, canary }: AccessWorld): Promise<Places> => {
  const made = await owner.ask("POST", "/v1/organisations", { name: canary });
  return { organisationId: dataOf(made).organisationId ?? "" };
};
const member = async (world: AccessWorld): Promise<Places> => ({
  ...(await organisation(world)),
  accountId: world.owner.accountId,
});
const invitation = async (world: AccessWorld): Promise<Places> => {
  const { organisationId = "" } = await organisation(world);
  const made = await world.owner.ask("POST", `/v1/organisations/${organisationId}/invitations`, {
    email: `${randomUUID()}@example.org`,
  });
  return { organisationId, invitationId: world.dataOf(made).invitationId ?? "" };
};
/** Of the owner, into an organisation of somebody new. */
const ownInvitation = async ({ owner, join, dataOf }: AccessWorld): Promise<Places> => {
  const host = await join();
  const made = await host.ask("POST", "/v1/organisations", { name: "Host" });
  const path = `/v1/organisations/${dataOf(made).organisationId}/invitations`;
  const invited = await host.ask("POST", path, { wallet: owner.wallet });
  return { invitationId: dataOf(invited).invitationId ?? "" };
};
/** Ciphertext whose bytes the storage does not have. */
const upload = async ({ owner, sql, canary }: AccessWorld): Promise<Places> => {
  const uploadId = randomUUID();
  await sql(
    `INSERT INTO app.upload (upload_id, account_id, purpose, name, envelope, state, stored_at)
     VALUES ($1, $2, 'evidence', $3, 'jwe', 'stored', now())`,
    [uploadId, owner.accountId, canary],
  );
  await sql(
    `INSERT INTO app.upload_file (upload_id, variant, cid, media_type, bytes)
     VALUES ($1, 'original', $2, 'application/octet-stream', 1)`,
    [uploadId, "bafkreifjjcie6lypi6ny7amxnfftagclbuxndqonfipmb64f2km2devei4"],
  );
  return { uploadId };
};
const webhook = async ({ owner, sql, canary }: AccessWorld): Promise<Places> => {
  const [row] = await sql(
    `INSERT INTO app.webhook_endpoint (account_id, url, description, cursor_sequence)
     VALUES ($1, 'https://example.org/', $2, 0) RETURNING endpoint_id`,
    [owner.accountId, canary],
  );
  return { webhookId: String(row?.endpoint_id) };
};
const search = async ({ owner, dataOf, canary }: AccessWorld): Promise<Places> => {
  const made = await owner.ask("POST", "/v1/account/saved-searches", { name: canary });
  return { searchId: dataOf(made).searchId ?? "" };
};
const job = async ({ owner, sql }: AccessWorld): Promise<Places> => {
  const [row] = await sql(
    `SELECT job_id FROM app.add_job('mail.send', 'delivery', $1, '{}', 1, 1, '1 day', $2, NULL)`,
    [randomUUID(), owner.accountId],
  );
  return { jobId: String(row?.job_id) };
};
const valuation = async ({ owner, dataOf, canary }: AccessWorld): Promise<Places> => {
  const made = await owner.ask("POST", "/v1/valuations/analyze", {
    ...{ category: "saas", description: canary, metrics: { profit: "9000" } },
  });
  const { valuationId } = dataOf(made).valuation as unknown as { valuationId: string };
  return { id: valuationId };
};
const review = async ({ sql }: AccessWorld): Promise<Places> => {
  const [row] = await sql(
    `INSERT INTO app.valuation (chain_id, contract, listing_id, cause, cause_key, state, finished_at)
     VALUES (31337, $1, 0, 'offer', $2, 'escalated', now()) RETURNING valuation_id AS id`,
    [BUYER, randomUUID()],
  );
  const valuationId = String(row?.id);
  await sql("INSERT INTO app.valuation_review (valuation_id) VALUES ($1)", [valuationId]);
  return { valuationId };
};
const account = async ({ owner }: AccessWorld): Promise<Places> => ({ accountId: owner.accountId });
const newEmail = async () => ({ email: `${randomUUID()}@example.org`, password: PASSWORD });
const newAddress = async () => ({
  address: privateKeyToAccount(generatePrivateKey()).address,
});

/** Every operation that changes something or belongs to somebody. */
const PRIVATE: Record<string, Access> = {
  requestNonce: { ...open, body: newAddress },
  verifySignIn: { ...open, gives: 401, body: SIGNED },
  refreshTokens: { ...open, gives: 401, body: { refreshToken: GUESS } },
  registerEmail: { ...open, body: newEmail },
  confirmEmail: { ...open, gives: 401, body: { secret: GUESS, password: PASSWORD } },
  login: { ...open, gives: 401, body: newEmail },
  forgotPassword: { ...open, body: { email: "nobody@example.org" } },
  resetPassword: { ...open, gives: 401, body: { secret: GUESS, password: PASSWORD } },
  unsubscribe: { ...open, gives: 404, places: async () => ({ token: randomUUID() }) },
  takeOperatorNotice: { ...open, gives: 404, places: { link: `${GUESS}.${GUESS}` } },
  recordSignOfLife: { ...open, gives: 404, places: { link: `${GUESS}.${GUESS}` } },
  beginAtProvider: { ...open, gives: 404, places: { provider: "none" }, body: {} },
  finishAtProvider: {
    ...{ ...open, gives: 404, places: { provider: "none" } },
    body: { code: "x", state: GUESS, binding: GUESS },
  },
  takeProviderForm: { ...open, gives: 400, places: { provider: "none" } },
  prepareListingMetadata: { ...open, body: { document: listingDocument() } },
  publishListingMetadata: {
    ...open,
    gives: 401,
    body: async () => ({
      document: listingDocument(),
      signedAt: Math.floor(Date.now() / 1_000),
      signature: SIGNED.signature,
    }),
  },

  getOwnAccount: own,
  changeOwnAccount: { ...own, body: { displayName: "Somebody" } },
  deleteOwnAccount: { ...own, isLast: true },
  addEmail: { ...own, body: newEmail },
  requestLinkNonce: { ...own, body: newAddress },
  beginToLinkIdentity: { ...own, gives: 404, places: { provider: "none" }, body: {} },
  listIdentities: own,
  unlinkIdentity: { ...own, gives: 404, places: { provider: "none" } },
  linkWallet: { ...own, gives: 401, body: SIGNED },
  logout: { ...own, isLast: true },
  logoutEverywhere: { ...own, isLast: true },
  listSessions: own,
  getProfile: own,
  changeProfile: { ...own, body: { contact: { phone: "1" } } },
  replaceUserProfile: {
    kind: "object",
    places: async ({ owner }) => ({ address: owner.wallet }),
    body: { displayName: "Somebody", links: ["https://example.org/"] },
  },
  getNotifications: own,
  changeNotifications: { ...own, body: { wantsEvents: true } },
  listDrafts: { ...own, scope: "listings:write" },
  createDraft: { ...own, scope: "listings:write", body: { title: "A draft", document: {} } },
  // JSON is no file.
  uploadFiles: { ...own, scope: "uploads:write", gives: 400 },
  listUploads: { ...own, scope: "uploads:write" },
  createKey: { ...own, isOpenToNobody: true, body: { name: "A key", scopes: [] } },
  listKeys: { ...own, scope: "keys:read" },
  listLimits: { ...own, isOpenToNobody: true, isOpenToKeys: true },
  listFlags: { ...own, scope: "account:read", seenBy: ["reviewer", "admin"] },
  // Reviewers read what they have written themselves.
  listAudit: { ...own, scope: "account:read", seenBy: ["reviewer", "admin"] },

  createOrganisation: { ...own, body: { name: "Two Oaks" } },
  listOrganisations: own,
  listOwnInvitations: own,
  getOrganisation: { kind: "object", places: organisation },
  listOrganisationAudit: { kind: "object", places: organisation },
  renameOrganisation: { kind: "object", places: organisation, body: { name: "Taken over" } },
  deleteOrganisation: { kind: "object", places: organisation },
  changeOrganisationMember: {
    kind: "object",
    // The last owner stays one.
    gives: 409,
    places: member,
    body: { role: "member" },
  },
  removeOrganisationMember: { kind: "object", places: member },
  inviteToOrganisation: {
    kind: "object",
    places: organisation,
    body: async () => ({ email: `${randomUUID()}@example.org` }),
  },
  listOrganisationInvitations: { kind: "object", places: organisation },
  takeBackInvitation: { kind: "object", places: invitation },
  acceptInvitation: { kind: "object", places: ownInvitation },
  declineInvitation: { kind: "object", places: ownInvitation },

  listWebhooks: { ...own, scope: "webhooks:write" },
  createWebhook: { ...own, scope: "webhooks:write", body: { url: "https://203.0.114.7/" } },
  getWebhook: { kind: "object", places: webhook },
  changeWebhook: { kind: "object", places: webhook, body: { description: "Changed" } },
  deleteWebhook: { kind: "object", places: webhook },
  rotateWebhookSecret: { kind: "object", places: webhook, body: {} },
  listWebhookDeliveries: { kind: "object", places: webhook },
  pingWebhook: { kind: "object", places: webhook },
  replayWebhook: { kind: "object", places: webhook, body: { fromSequence: 1 } },
  listSavedSearches: { ...own, scope: "account:read" },
  createSavedSearch: { ...own, scope: "account:write", body: { name: "Shops" } },
  getSavedSearch: { kind: "object", places: search },
  replaceSavedSearch: { kind: "object", places: search, body: { name: "Taken over" } },
  deleteSavedSearch: { kind: "object", places: search },
  listSavedSearchMatches: { kind: "object", places: search },
  listWatchedListings: { ...own, scope: "account:read" },
  watchListing: { ...own, scope: "account:write", places: { id: "0" }, body: { note: "Mine" } },
  unwatchListing: { ...own, scope: "account:write", places: { id: "1" }, gives: 404 },
  listJobs: { ...own, scope: "jobs:write" },
  getJob: { kind: "object", places: job, mayAlso: ["admin"] },
  cancelJob: { kind: "object", places: job, mayAlso: ["admin"] },

  endSession: {
    kind: "object",
    places: async ({ owner }: AccessWorld) => ({ sessionId: (await owner.again()).sessionId }),
  },
  unlinkWallet: {
    kind: "object",
    // The last way into the account stays.
    gives: 409,
    places: async ({ owner }) => ({ address: owner.wallet }),
  },
  getDraft: { kind: "object", places: draft },
  replaceDraft: {
    kind: "object",
    places: draft,
    body: { title: "Taken over", document: {}, revision: 1 },
  },
  deleteDraft: { kind: "object", places: draft },
  getUpload: { kind: "object", places: upload },
  readUpload: { kind: "object", places: upload, gives: 503 },
  deleteUpload: { kind: "object", places: upload },
  getKeyUsage: { kind: "object", places: key },
  rotateKey: { kind: "object", places: key, body: {} },
  revokeKey: { kind: "object", places: key },
  appealFlag: { kind: "object", places: flag, body: { appeal: "It is not." } },

  analyzeBusiness: {
    ...{ ...own, scope: "jobs:write", gives: 202 },
    body: { category: "saas", metrics: { profit: "9000" } },
  },
  requestListingValuation: { ...own, scope: "jobs:write", gives: 202, places: { id: "0" } },
  getValuation: {
    ...{ kind: "object", places: valuation },
    mayAlso: ["reviewer", "admin"],
  },
  listValuationReviews: reviewers,
  claimValuationReview: { ...reviewers, places: review },
  decideValuationReview: {
    // It was not claimed.
    ...{ ...reviewers, places: review, gives: 409 },
    body: { decision: "withhold", reason: "It is not founded." },
  },
  raiseFlag: {
    ...reviewers,
    body: async ({ owner }: AccessWorld) => ({
      subject: { kind: "account", id: owner.accountId },
      reason: "spam",
      explanation: "It is.",
    }),
  },
  decideFlag: { ...reviewers, places: flag, body: { status: "lifted", decision: "It is not." } },
  listJobsForAdmin: admins,
  replayDeadJobs: { ...admins, body: { name: "mail.send" } },
  // Only a dead one is replayed.
  replayJob: { ...admins, places: job, gives: 409 },
  getQueues: admins,
  createQueuePageLink: admins,
  listAccountsForAdmin: admins,
  getAccountForAdmin: { ...admins, places: account },
  changeAccountAsAdmin: { ...admins, places: account, body: { tier: "free" } },
  listKeysForAdmin: { ...admins, places: account },
  revokeKeyAsAdmin: { ...admins, places: key },
  getSetting: { ...admins, places: { name: "limits" } },
  putSetting: { ...admins, places: { name: "limits" }, body: { version: 0, value: {} } },
  verifyAudit: admins,
};

/** Reads that say the same to everybody. */
const PUBLIC = `
  checkAccess listListings getListing listPrices getPrice listOffers getOffer listEscrows
  getEscrow listDisputes getDispute listHolds getHold listSellers getSeller listAgents getAgent
  listAgentPayments getAgentPayment listEntitlements getEntitlement listContracts getContract
  listTokens getToken listActivity getActivity listListingOffers listListingEscrows
  listListingActivity listListingPrices listSimilarListings getSiteChecks getListingMetadataSchema getListingMetadata readContent
  listListingMetadataVersions showUnsubscribe showSignOfLife showOperatorNotice getEscrowTimeline getEscrowLedger
  getEscrowHandover getAccount getUser getListingVerification listDeadlines getEscrowActions getOfferActions getListingActions
  listChanges streamChanges listProviders getWebhookKeys
  getTrackRecord listRecordEntries listRecordDays listEstimateOutcomes getEstimateProof
  getStatistics getStatisticSeries listStatisticDefinitions
  getSolvency listListingValuations getStatus getContracts getHealth getReady getProblemKind
`;

/** Every operation of the document by its id; one that is not here is open to nobody knows whom. */
export const MATRIX: Readonly<Record<string, Access>> = {
  ...PRIVATE,
  ...Object.fromEntries(
    PUBLIC.trim()
      .split(/\s+/)
      .map((id) => [id, { ...open, places: SOMETHING }]),
  ),
};

function listingDocument() {
  return {
    ...{ schema: "valyra-listing/1", name: "A shop", category: "saas", description: "Sells." },
    ...{ businessUrl: "https://example.com/", techStack: [], revenueTrend: "stable" },
    included: { domain: true, sourceCode: true, customerData: false },
    ...{ metrics: [], series: [], tags: [], links: [], images: [] },
  };
}
