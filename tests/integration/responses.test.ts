import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { GUIDES } from "../../api/llms.ts";
import { buildOpenApi } from "../../api/openapi.ts";
import { getAccount } from "../../api/routes/accounts/accounts.contract.ts";
import {
  getEscrowActions,
  getListingActions,
  getOfferActions,
} from "../../api/routes/actions/actions.contract.ts";
import { activity } from "../../api/routes/activity/activity.collection.ts";
import { agentPayments } from "../../api/routes/agent-payments/agent-payments.collection.ts";
import { agents } from "../../api/routes/agents/agents.collection.ts";
import { listProviders } from "../../api/routes/auth/oidc.contract.ts";
import { listChanges, streamChanges } from "../../api/routes/changes/changes.contract.ts";
import { contracts } from "../../api/routes/contracts/contracts.collection.ts";
import { listDeadlines } from "../../api/routes/deadlines/deadlines.contract.ts";
import { disputes } from "../../api/routes/disputes/disputes.collection.ts";
import { checkAccess } from "../../api/routes/entitlements/check-access.contract.ts";
import { entitlements } from "../../api/routes/entitlements/entitlements.collection.ts";
import {
  getEscrowHandover,
  getEscrowLedger,
  getEscrowTimeline,
} from "../../api/routes/escrows/escrow-parts.contract.ts";
import { escrows } from "../../api/routes/escrows/escrows.collection.ts";
import { holds } from "../../api/routes/holds/holds.collection.ts";
import {
  getListingMetadata,
  getListingSchema,
  listListingMetadata,
} from "../../api/routes/listing-metadata/listing-metadata.contract.ts";
import {
  listingActivity,
  listingEscrows,
  listingOffers,
  listingPrices,
} from "../../api/routes/listings/listing-lists.ts";
import { listings } from "../../api/routes/listings/listings.collection.ts";
import { listSimilarListings } from "../../api/routes/listings/similar-listings.contract.ts";
import { getSiteChecks } from "../../api/routes/listings/site-checks.contract.ts";
import {
  getContracts,
  getHealth,
  getProblemKind,
  getReady,
  getStatus,
} from "../../api/routes/meta/meta.contract.ts";
import { showUnsubscribe } from "../../api/routes/notifications/notifications.contract.ts";
import { offers } from "../../api/routes/offers/offers.collection.ts";
import { showOperatorNotice } from "../../api/routes/operator-notices/operator-notices.contract.ts";
import { prices } from "../../api/routes/prices/prices.collection.ts";
import { sellers } from "../../api/routes/sellers/sellers.collection.ts";
import { showSignOfLife } from "../../api/routes/signs-of-life/signs-of-life.contract.ts";
import { getSolvency } from "../../api/routes/solvency/solvency.contract.ts";
import {
  getStatisticSeries,
  getStatistics,
  listDefinitions,
} from "../../api/routes/statistics/statistics.contract.ts";
import { tokens } from "../../api/routes/tokens/tokens.collection.ts";
import {
  getEstimateProof,
  getTrackRecord,
  listEstimateOutcomes,
  listRecordDays,
  listRecordEntries,
} from "../../api/routes/track-record/track-record.contract.ts";
import { readContent } from "../../api/routes/uploads/uploads.contract.ts";
import { getListingVerification, getUser } from "../../api/routes/users/users.contract.ts";
import { listListingValuations } from "../../api/routes/valuations/valuations.contract.ts";
import { getWebhookKeys } from "../../api/routes/webhooks/webhooks.contract.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { fillRecord, fillValuation, RECORDED } from "./support/estimates.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { publicReads } from "./support/public-routes.ts";
import {
  AGENT_ESCROW,
  BUYER,
  ENTITLEMENTS_CONTRACT,
  ESCROW_CONTRACT,
  insertRows,
  MARKETPLACE,
  SELLER,
  setHeads,
  TOKEN,
} from "./support/rows.ts";

const EVENT = `31337-0x${(1_000_010).toString(16).padStart(64, "0")}-0`;

const SERIES =
  "/v1/stats/series?metric=listings_created&interval=day&from=2023-11-14T00:00:00Z&to=2023-11-16T00:00:00Z";

const DOCUMENT = {
  schema: "valyra-listing/1",
  name: "A shop",
  category: "e-commerce",
  description: "It sells.",
  businessUrl: "https://shop.example/",
  techStack: [],
  revenueTrend: "stable",
  included: { domain: true, sourceCode: true, customerData: true },
  metrics: [],
  series: [],
  tags: [],
  links: [],
  images: [],
};

const CONTENT = {
  cid: "bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e",
  legacyCid: "Qmf412jQZiuVUtdgnB36FXFX7xg5V6KEbSJ4dpQuhkLyfD",
};

/** Each route with a request that has something to say. */
const REQUESTS = [
  [listings.listRoute, "/v1/listings?include=offers,escrows,prices,seller,activity,valuation"],
  [listings.getRoute, "/v1/listings/0?include=seller"],
  [offers.listRoute, "/v1/offers?include=listing,escrow"],
  [offers.getRoute, "/v1/offers/1"],
  [escrows.listRoute, "/v1/escrows?include=listing,offer,timeline,ledger,dispute,hold"],
  [escrows.getRoute, "/v1/escrows/1"],
  [prices.listRoute, "/v1/prices"],
  [prices.getRoute, `/v1/prices/31337-${MARKETPLACE}-0-10-0`],
  [listingOffers.route, "/v1/listings/0/offers?include=escrow"],
  [listingEscrows.route, "/v1/listings/0/escrows"],
  [listingActivity.route, "/v1/listings/0/activity"],
  [listingPrices.route, "/v1/listings/0/prices"],
  [listSimilarListings, "/v1/listings/0/similar?limit=3"],
  [getSiteChecks, "/v1/listings/0/site-checks?limit=3"],
  [getListingMetadata, "/v1/listings/0/metadata"],
  [listListingMetadata, "/v1/listings/0/metadata/versions"],
  [listProviders, "/v1/auth/oidc"],
  [listListingValuations, "/v1/listings/0/valuations"],
  [getListingSchema, "/v1/schemas/listing-metadata"],
  [getEscrowTimeline, "/v1/escrows/1/timeline"],
  [getEscrowLedger, "/v1/escrows/1/ledger"],
  [getEscrowHandover, "/v1/escrows/1/handover"],
  [disputes.listRoute, "/v1/disputes?include=escrow"],
  [disputes.getRoute, "/v1/disputes/1"],
  [holds.listRoute, "/v1/holds?include=escrow"],
  [holds.getRoute, "/v1/holds/1"],
  [sellers.listRoute, "/v1/sellers?include=listings,sales"],
  [sellers.getRoute, `/v1/sellers/${SELLER}`],
  [getAccount, `/v1/accounts/${BUYER}`],
  [getUser, `/v1/users/${SELLER}`],
  [getListingVerification, "/v1/listings/0/verification"],
  [agents.listRoute, "/v1/agents?include=payments"],
  [agents.getRoute, `/v1/agents/31337-${AGENT_ESCROW}-1`],
  [agentPayments.listRoute, "/v1/agent-payments?include=agent"],
  [agentPayments.getRoute, `/v1/agent-payments/31337-${AGENT_ESCROW}-0x${"0".repeat(63)}1`],
  [entitlements.listRoute, "/v1/entitlements"],
  [entitlements.getRoute, `/v1/entitlements/31337-${ENTITLEMENTS_CONTRACT}-1-${BUYER}`],
  [checkAccess, `/v1/entitlements/check?account=${BUYER}&agent=31337-${ENTITLEMENTS_CONTRACT}-1`],
  [contracts.listRoute, "/v1/contracts?include=implementations,balances"],
  [contracts.getRoute, `/v1/contracts/${MARKETPLACE}`],
  [tokens.listRoute, "/v1/tokens?include=balances"],
  [tokens.getRoute, `/v1/tokens/${TOKEN}`],
  [activity.listRoute, `/v1/activity?ids=31337-0x00,${EVENT}`],
  [activity.getRoute, `/v1/activity/${EVENT}`],
  [listDeadlines, "/v1/deadlines"],
  [getEscrowActions, `/v1/escrows/1/actions?account=${BUYER}`],
  [getOfferActions, "/v1/offers/1/actions"],
  [getListingActions, "/v1/listings/0/actions"],
  [getStatistics, "/v1/stats?groupBy=token"],
  [getStatisticSeries, SERIES],
  [listDefinitions, "/v1/stats/definitions"],
  [getSolvency, "/v1/solvency"],
  [getTrackRecord, "/v1/valuations/track-record"],
  [listRecordEntries, "/v1/valuations/record"],
  [listRecordDays, "/v1/valuations/record/days"],
  [listEstimateOutcomes, "/v1/valuations/record/outcomes"],
  [getEstimateProof, `/v1/valuations/${RECORDED}/proof`],
  [listChanges, "/v1/changes"],
  [getStatus, "/v1/status"],
  [getContracts, "/v1/meta/contracts"],
  [getHealth, "/health"],
  [getReady, "/ready"],
  [getProblemKind, "/problems/internal"],
  [getWebhookKeys, "/.well-known/webhook-keys.json"],
] as const;

/** All routes: a stream has no single answer to check, a page and a picture are no JSON. */
const ROUTES = [
  ...REQUESTS.map(([route]) => route),
  ...[streamChanges, showUnsubscribe, showSignOfLife, showOperatorNotice, readContent],
];

let server: PostgresServer;
let api: TestApi;

beforeAll(async () => {
  server = sharedPostgres();
  const urls = await createPublishedDatabase(server.url);
  await withClient(urls.admin, async (client) => {
    for (const table of [
      "token",
      "contract",
      "price_change",
      "escrow_transition",
      "listing",
      "offer",
      "escrow",
      "transition_hold",
      "dispute",
      "activity",
      "seller",
      "token_movement",
      "token_balance",
      "seller_stake",
      "contract_implementation",
      "agent",
      "agent_payment",
      "entitlement_token",
      "entitlement",
    ] as const) {
      await insertRows(client, "release_a", table, [{}]);
    }
    await insertRows(client, "release_a", "contract", [
      { address: ESCROW_CONTRACT, kind: "escrow", generation: "E3", is_paused: false },
    ]);
    await client.query(
      `INSERT INTO app.listing_metadata (chain_id, contract, listing_id, version, document,
         document_hash, cid, legacy_cid, seller, signature, signed_at, block_number)
       VALUES (31337, $1, 0, 1, $2, $3, $4, $5, $6, '0x', 1700000000, 10)`,
      [MARKETPLACE, DOCUMENT, `0x${"0".repeat(64)}`, CONTENT.cid, CONTENT.legacyCid, SELLER],
    );
    await client.query(
      `INSERT INTO app.site_check (chain_id, contract, listing_id, kind, url, verdict, expires_at, reason, checked_at)
       VALUES (31337, $1, 0, 'tls', 'https://a.example', 'warn', now() + interval '3 days', 'expires_soon', now())`,
      [MARKETPLACE],
    );
    await client.query(
      `INSERT INTO app.site_state (chain_id, contract, listing_id, kind, url, verdict, expires_at, reason,
         is_failing, checked_at, next_at)
       SELECT chain_id, contract, listing_id, kind, url, verdict, expires_at, reason, false, checked_at, now()
       FROM app.site_check`,
    );
    await fillRecord(client);
    await fillValuation(client);
    await setHeads(client, { head: 100, safe: 90, final: 80 });
  });
  api = startApi(urls.api);
});
afterAll(async () => {
  await api.close();
  await server.stop();
});

/** The schema that a route declares for its answer, made to refuse members it does not name. */
function declaredSchema(route: (typeof REQUESTS)[number][0]): z.ZodType {
  return route.responses[200].content["application/json"].schema;
}

describe("the document and the answers", () => {
  test("every route has a schema and its answer fits it [1.60, 1.64]", async () => {
    for (const [route, path] of REQUESTS) {
      const response = await api.get(path);
      expect(response.status, path).toBe(200);
      const body = await response.json();
      expect(declaredSchema(route).safeParse(body).error, path).toBeUndefined();
      // Zod drops what a schema does not name: nothing undocumented may be left.
      expect(declaredSchema(route).parse(body), path).toEqual(body);
    }
    // What belongs to somebody, and what changes something, is asked for by the tests of its own.
    const read = ROUTES.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    expect([...publicReads()].sort()).toEqual(read.sort());
  });

  test("every route that the app serves is documented, or is a document or page itself [2.124]", () => {
    const documented = new Set(
      Object.keys(buildOpenApi().paths ?? {}).map((path) => path.replaceAll(/\{(\w+)\}/g, ":$1")),
    );
    const texts = [
      ...Object.keys(GUIDES).map((name) => `/docs/${name}.md`),
      "/llms.txt",
      "/llms-full.txt",
    ];
    const beside = new Set(["/", "/openapi.json", "/docs", "/docs/standalone.js", ...texts]);
    const served = api
      .routes()
      .filter(({ method, path }) => method === "GET" && !path.startsWith("/admin/queues"));
    expect(served.filter(({ path }) => !documented.has(path) && !beside.has(path))).toEqual([]);
  });

  test("every operation has an id, a tag, a summary and its problems", () => {
    const operations = Object.values(buildOpenApi().paths ?? {}).flatMap(
      ({ get, post, put, patch, delete: remove }) =>
        [get, post, put, patch, remove].filter((operation) => operation !== undefined),
    );
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(operations.length);
    for (const operation of operations) {
      expect(operation.tags).toHaveLength(1);
      expect(operation.summary).toBeTruthy();
      expect(operation.responses?.[500]).toBeDefined();
    }
  });

  test("the committed document is the one that the routes describe", () => {
    const committed = readFileSync(join(import.meta.dirname, "../../api/openapi.json"), "utf8");
    expect(committed).toBe(`${JSON.stringify(buildOpenApi(), null, 2)}\n`);
  });
});
