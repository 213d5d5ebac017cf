import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ListingDocument } from "../../core/listing-metadata/document.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { addAccount } from "./support/accounts.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { goodFiles } from "./support/hostile-files.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { CHAIN_ID, insertRows, MARKETPLACE } from "./support/rows.ts";
import { sendFiles } from "./support/send-files.ts";
import { type Ask, asking, createSessions } from "./support/signed-in.ts";
import { fillSmallMarket } from "./support/small-market.ts";

const seller = privateKeyToAccount(generatePrivateKey());
const stranger = privateKeyToAccount(generatePrivateKey());
const LISTING = 7;
const PATH = `/v1/listings/${LISTING}/metadata`;

let server: PostgresServer;
let urls: Awaited<ReturnType<typeof createPublishedDatabase>>;
let api: TestApi;
let ask: Ask;
const sessions = createSessions();

beforeAll(async () => {
  server = sharedPostgres();
  urls = await createPublishedDatabase(server.url);
  await withClient(urls.admin, async (client) => {
    await fillSmallMarket(client);
    const row = { listing_id: LISTING, seller: seller.address.toLowerCase(), metadata_uri: "" };
    await insertRows(client, "release_a", "listing", [row]);
  });
  api = startApi(urls.api, { callers: { bySession: sessions.bySession } });
  ask = asking(api, {});
});
afterAll(async () => {
  await api.close();
  await server.stop();
});

const document = (changes: Partial<ListingDocument> = {}): ListingDocument => ({
  schema: "valyra-listing/1",
  name: "Bäckerei-Rechnungen",
  category: "saas",
  description: "Invoices for bakeries.\nSince 2019.",
  businessUrl: "https://example.com/",
  techStack: ["TypeScript", "Postgres"],
  revenueTrend: "growing",
  included: { domain: true, sourceCode: true, customerData: false },
  metrics: [
    {
      metric: "recurringRevenue",
      value: "1234.5",
      currency: "USD",
      period: { from: "2026-01-01", to: "2026-01-31" },
      grade: "claimed",
      source: "Stripe dashboard",
      definition: "mrr/1",
    },
  ],
  series: [],
  tags: ["b2b"],
  links: [],
  images: [],
  ...changes,
});

const now = () => Math.floor(Date.now() / 1_000);

const dataOf = <Data>({ body }: Awaited<ReturnType<Ask>>) => body.data as unknown as Data;

/** Signs what `prepare` says is to be signed. */
async function signed(content: ListingDocument, signedAt = now(), by = seller) {
  const answer = await ask("POST", `${PATH}/prepare`, { document: content, signedAt });
  const { typedData } = dataOf<{ typedData: never }>(answer);
  return { document: content, signedAt, signature: await by.signTypedData(typedData) };
}

const mistakesOf = ({ body }: Awaited<ReturnType<Ask>>) =>
  (body.errors as unknown as { pointer: string }[]).map(({ pointer }) => pointer);

describe("metadata of a listing", () => {
  test("is not there before its seller has published any", async () => {
    expect(await ask("GET", PATH)).toMatchObject({
      status: 404,
      body: { code: "METADATA_NOT_FOUND" },
    });
    expect(await ask("GET", "/v1/listings/999/metadata")).toMatchObject({
      status: 404,
      body: { code: "LISTING_NOT_FOUND" },
    });
  });

  test("is published by the signature of the seller, shown with its identifiers, and found by its category", async () => {
    const request = await signed(document());
    const published = await ask("PUT", PATH, request);
    expect(published, published.text).toMatchObject({ status: 200 });
    const shown = await ask("GET", PATH);
    expect(shown.body.data).toMatchObject({
      listingId: `${CHAIN_ID}-${MARKETPLACE}-${LISTING}`,
      version: 1,
      seller: seller.address,
      document: document(),
      link: { uri: "", status: "none" },
    });
    const found = dataOf<{ listingId: string }[]>(await ask("GET", "/v1/listings?category=saas"));
    expect(found.map(({ listingId }) => listingId)).toContain(String(LISTING));
    // The same statement again is the same version, with or without an Idempotency-Key.
    expect((await ask("PUT", PATH, request)).body.data).toMatchObject({ version: 1 });
    // What an estimate could rest on has changed, once.
    const { rows } = await withClient(urls.admin, (client) =>
      client.query(
        `SELECT valuation.cause, job.name FROM app.valuation
         JOIN app.job ON job.cause = valuation_id::text`,
      ),
    );
    expect(rows).toEqual([{ cause: "metadata", name: "valuation.intake" }]);
  });

  test("says whether the link of the contract names exactly the document", async () => {
    const { cid, legacyCid } = dataOf<Record<string, string>>(await ask("GET", PATH));
    const link = async (uri: string) => {
      await withClient(urls.admin, (client) =>
        client.query("UPDATE release_a.listing SET metadata_uri = $1 WHERE listing_id = $2", [
          uri,
          LISTING,
        ]),
      );
      return dataOf<{ link: { status: string } }>(await ask("GET", PATH)).link.status;
    };
    expect(await link(`ipfs://${cid}`)).toBe("matches");
    expect(await link(`https://gateway.example/ipfs/${legacyCid}`)).toBe("matches");
    expect(await link("ipfs://QmUNLLsPACCz1vLxQVkXqqLX5R1X345qqfHbsf67hvA3Nn")).toBe("differs");
    expect(await link("https://example.com/metadata.json")).toBe("unreadable");
  });

  test("takes no signature of somebody else, over other content, of another time or another listing", async () => {
    const good = await signed(document({ name: "Second" }), now() + 1);
    const refused = async (changes: object, code: string, path = PATH) =>
      expect(await ask("PUT", path, { ...good, ...changes })).toMatchObject({ body: { code } });
    const byStranger = await signed(document({ name: "Second" }), good.signedAt, stranger);
    await refused(byStranger, "INVALID_SIGNATURE");
    await refused({ document: document({ name: "Third" }) }, "INVALID_SIGNATURE");
    await refused({ signedAt: good.signedAt + 1 }, "INVALID_SIGNATURE");
    await refused({}, "INVALID_SIGNATURE", "/v1/listings/0/metadata");
    await refused(await signed(document(), now() - 3_600), "EXPIRED_SIGNATURE");
    await refused(await signed(document(), now() - 60), "METADATA_OUTDATED");
    expect((await ask("GET", PATH)).body.data).toMatchObject({ version: 1 });
  });

  test("keeps every version, and no role of the service can change one", async () => {
    await ask("PUT", PATH, await signed(document({ name: "Second" }), now() + 2));
    const { body } = await ask("GET", `${PATH}/versions?limit=1`);
    expect(body.data).toMatchObject({ versions: [{ version: 2 }], hasMore: true });
    const older = await ask("GET", `${PATH}/versions?before=2`);
    expect(older.body.data).toMatchObject({ versions: [{ version: 1 }], hasMore: false });
    expect((await ask("GET", `${PATH}?version=1`)).body.data).toMatchObject({
      document: { name: "Bäckerei-Rechnungen" },
    });
    for (const url of [urls.api, urls.worker, urls.admin]) {
      await expect(
        withClient(url, (client) => client.query("UPDATE app.listing_metadata SET cid = 'x'")),
      ).rejects.toThrow(/permission denied|never changed/);
    }
  });

  test("of another form is refused with every mistake in it", async () => {
    const wrong = {
      ...document({ name: "a\u0000b", businessUrl: "javascript:alert(1)" }),
      metrics: [{ ...document().metrics[0], value: "1e5", grade: "attested" }],
      more: 1,
    };
    const refused = await ask("POST", `${PATH}/prepare`, { document: wrong });
    expect(refused.status).toBe(400);
    expect(mistakesOf(refused)).toEqual(
      expect.arrayContaining([
        "/json/document/name",
        "/json/document/businessUrl",
        "/json/document/metrics/0/value",
        "/json/document/metrics/0/grade",
        "/json/document/more",
      ]),
    );
    const schema = await ask("GET", "/v1/schemas/listing-metadata");
    expect(schema.body).toMatchObject({ title: "Listing metadata", type: "object" });
  });
});

describe("pictures of a listing", () => {
  const uploader = async () => {
    const caller = await addAccount(urls.admin, {});
    return { authorization: `Bearer ${sessions.tokenOf(caller)}` };
  };

  test("are those that were uploaded, and stay for as long as the newest metadata shows them", async () => {
    const headers = await uploader();
    const { png, text } = await goodFiles();
    const [picture] = (await sendFiles(api, "", [png], headers)).data;
    const [words] = (await sendFiles(api, "?purpose=document", [text], headers)).data;
    const showing = (cid: string) => document({ images: [{ cid, description: "The front page" }] });
    for (const cid of [
      words?.cid ?? "",
      "bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e",
    ]) {
      const refused = await ask("POST", `${PATH}/prepare`, { document: showing(cid) });
      expect(refused).toMatchObject({ status: 400 });
      expect(mistakesOf(refused)).toEqual(["/json/document/images/0/cid"]);
    }
    const at = now() + 30;
    const request = await signed(showing(picture?.cid ?? ""), at);
    expect(await ask("PUT", PATH, request)).toMatchObject({ status: 200 });
    const end = () => ask("DELETE", `/v1/uploads/${picture?.uploadId}`, undefined, headers);
    expect(await end()).toMatchObject({ status: 409, body: { code: "UPLOAD_IN_USE" } });
    await ask("PUT", PATH, await signed(document(), at + 1));
    expect(await end()).toMatchObject({ status: 200 });
  });
});

describe("drafts", () => {
  const owner = async () => {
    const caller = await addAccount(urls.admin, {});
    return asking(api, { authorization: `Bearer ${sessions.tokenOf(caller)}` });
  };

  test("are begun, changed, listed and thrown away by their owner, and by nobody else (RL-1) [1.37]", async () => {
    const [mine, other] = [await owner(), await owner()];
    expect(await ask("GET", "/v1/drafts")).toMatchObject({ status: 401 });
    // What is on the chain is everybody's to read, the first listing included.
    expect((await ask("GET", "/v1/listings/0")).body.data).toMatchObject({ listingId: "0" });
    expect((await ask("GET", "/v1/listings?state=paused&limit=1")).body).toMatchObject({
      data: [{ listingId: "3", state: "paused" }],
      page: { hasMore: false, limit: 1 },
    });
    const made = await mine("POST", "/v1/drafts", { title: "Shop", document: { name: "a" } });
    expect(made, made.text).toMatchObject({ status: 201, body: { data: { revision: 1 } } });
    const { draftId } = dataOf<{ draftId: string }>(made);
    const path = `/v1/drafts/${draftId}`;
    const change = { title: "Shop", document: { name: "b" }, revision: 1 };
    for (const [method, body] of [["GET"], ["PUT", change], ["DELETE"]] as const) {
      expect(await other(method, path, body)).toMatchObject({
        status: 404,
        body: { code: "DRAFT_NOT_FOUND" },
      });
    }
    expect((await other("GET", "/v1/drafts")).body.data).toEqual([]);
    expect((await mine("PUT", path, change)).body.data).toMatchObject({ revision: 2 });
    expect(await mine("PUT", path, change)).toMatchObject({
      status: 409,
      body: { code: "DRAFT_CHANGED" },
    });
    await mine("POST", "/v1/drafts", { title: "Second", document: {} });
    const page = await mine("GET", "/v1/drafts?limit=1");
    expect(page.body).toMatchObject({ data: [{ title: "Second" }], page: { hasMore: true } });
    const { nextCursor } = page.body.page as unknown as { nextCursor: string };
    expect((await mine("GET", `/v1/drafts?cursor=${nextCursor}`)).body.data).toMatchObject([
      { draftId, document: { name: "b" } },
    ]);
    expect((await mine("DELETE", path)).status).toBe(200);
    expect((await mine("GET", path)).status).toBe(404);
  });

  test("are as many as there may be, and no more", async () => {
    const mine = await owner();
    const first = await mine("POST", "/v1/drafts", { title: "One", document: {} });
    const { draftId } = dataOf<{ draftId: string }>(first);
    await withClient(urls.admin, (client) =>
      client.query(
        `INSERT INTO app.listing_draft (account_id, title, document)
         SELECT account_id, 'more', '{}' FROM app.listing_draft, generate_series(1, 199)
         WHERE draft_id = $1`,
        [draftId],
      ),
    );
    expect(await mine("POST", "/v1/drafts", { title: "Over", document: {} })).toMatchObject({
      status: 409,
      body: { code: "TOO_MANY_DRAFTS" },
    });
  });
});
