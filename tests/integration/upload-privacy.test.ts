import { randomBytes } from "node:crypto";
import type pg from "pg";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createPool } from "../../core/db/pools.ts";
import type { SessionCaller } from "../../core/identity/caller.ts";
import {
  type OutgoingClient,
  openOutgoingClient,
  targetsWith,
} from "../../core/outgoing/outgoing-client.ts";
import { QUOTA_BYTES } from "../../core/uploads/purposes.ts";
import type { ContentStorage } from "../../core/uploads/storage/content-storage.ts";
import { openStorage } from "../../core/uploads/storage/open-storage.ts";
import { sweepUploads } from "../../workers/processors/sweep-uploads.ts";
import { type ContentServer, startContentServer } from "../support/content-servers.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { addAccount } from "./support/accounts.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { leftOver, type Part, sendFiles } from "./support/send-files.ts";
import { createSessions } from "./support/signed-in.ts";

let server: PostgresServer;
let urls: Awaited<ReturnType<typeof createPublishedDatabase>>;
let kubo: ContentServer;
let client: OutgoingClient;
let storage: ContentStorage;
let api: TestApi;
let pool: pg.Pool;
const sessions = createSessions();

beforeAll(async () => {
  server = sharedPostgres();
  urls = await createPublishedDatabase(server.url);
  kubo = await startContentServer("");
  client = openOutgoingClient(targetsWith([kubo.place]));
  storage = openStorage({ UPLOADS_FOLDER: "", UPLOADS_KUBO_URL: kubo.url }, client);
  api = startApi(urls.api, {
    callers: { bySession: sessions.bySession },
    uploadStorage: storage,
  });
  pool = createPool(urls.worker, "appWrites", {
    max: 2,
    processName: "test_sweep",
    onIdleError: () => undefined,
  });
});
beforeEach(() => kubo.behave("honest"));
afterAll(async () => {
  await api.close();
  await pool.end();
  await client.close();
  await kubo.stop();
  await server.stop();
});

type Person = { caller: SessionCaller; headers: Record<string, string> };

async function signUp(account: Parameters<typeof addAccount>[1] = {}): Promise<Person> {
  const caller = await addAccount(urls.admin, { wallets: 1, ...account });
  return { caller, headers: { authorization: `Bearer ${sessions.tokenOf(caller)}` } };
}

const send = ({ headers }: Person, query: string, parts: readonly Part[], more = {}) =>
  sendFiles(api, query, parts, { ...headers, ...more });
const ask = async ({ headers }: Person, path: string, method = "GET") =>
  api.request(path, { method, headers });
const query = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
  (await withClient(urls.admin, (admin) => admin.query<Row>(text, values))).rows;

const picture = async (): Promise<Part> => ({
  name: "a.png",
  type: "image/png",
  bytes: await sharp(randomBytes(48), { raw: { width: 4, height: 4, channels: 3 } })
    .png()
    .toBuffer(),
});

/** Ciphertext as eciesjs writes it: a point of the curve, nonce, tag, noise. */
const ciphertext = (): Part => ({
  name: "letter.bin",
  type: "application/octet-stream",
  bytes: Buffer.concat([
    Buffer.from(
      "0479be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8",
      "hex",
    ),
    randomBytes(500),
  ]),
});

/** One sweep of the workers, with all that it needs. */
const sweep = () =>
  sweepUploads({}, {
    deps: { pool, contents: storage },
    signal: new AbortController().signal,
  } as unknown as Parameters<typeof sweepUploads>[1]);

describe("ciphertext [5.70]", () => {
  const WISH = "?purpose=evidence&envelope=ecies-secp256k1";

  test("is for its owner and the readers that he names, and each read is written down (RL-1)", async () => {
    const [owner, reader, stranger] = await Promise.all([signUp(), signUp(), signUp()]);
    const letter = ciphertext();
    const wallet = reader.caller.wallets[0] ?? "";
    const { status, data } = await send(owner, `${WISH}&readers=${wallet}`, [letter]);
    expect(status).toBe(201);
    const { uploadId = "", url = "", cid = "", readers = [] } = data[0] ?? {};
    expect(readers.map((address) => address.toLowerCase())).toEqual([wallet]);
    for (const person of [owner, reader]) {
      const answer = await ask(person, url);
      expect(answer.status).toBe(200);
      expect(Buffer.from(await answer.arrayBuffer())).toEqual(letter.bytes);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        "content-type": "application/octet-stream",
        "content-disposition": "attachment",
        "cache-control": "private, no-store, no-transform",
        "x-content-type-options": "nosniff",
      });
    }
    const seen = (await (await ask(reader, `/v1/uploads/${uploadId}`)).json()) as { data: object };
    expect(seen.data).toMatchObject({ name: "", uploadId });
    const reads = await query<{ id: string }>(
      "SELECT actor_id AS id FROM app.audit_entry WHERE action = 'upload.read' AND entity_id = $1 ORDER BY sequence",
      [uploadId],
    );
    expect(reads.map(({ id }) => id)).toEqual([owner.caller.accountId, reader.caller.accountId]);

    const admin = await signUp({ roles: ["admin"] });
    for (const person of [stranger, admin]) {
      for (const path of [url, `/v1/uploads/${uploadId}`]) {
        expect((await ask(person, path)).status, path).toBe(404);
      }
      expect((await ask(person, `/v1/uploads/${uploadId}`, "DELETE")).status).toBe(404);
    }
    // To read is not to own.
    expect((await ask(reader, `/v1/uploads/${uploadId}`, "DELETE")).status).toBe(404);
    const list = (await (await ask(reader, "/v1/uploads")).json()) as { data: unknown[] };
    expect(list.data).toEqual([]);
    expect((await api.get(url)).status).toBe(401);
    expect((await api.get(`/u/${cid}`)).status).toBe(404);
  });

  test("is out of reach of SQL that is written by hand (RL-2)", async () => {
    const [owner, stranger] = await Promise.all([signUp(), signUp()]);
    const { data } = await send(owner, WISH, [ciphertext()]);
    const uploadId = data[0]?.uploadId;
    const asStranger = (text: string) =>
      withClient(urls.api, async (connection) => {
        const { accountId } = stranger.caller;
        await connection.query("SELECT set_config('app.account_id', $1, false)", [accountId]);
        const result = await connection.query(text, [uploadId]);
        return result.rowCount;
      });
    expect(await asStranger("SELECT FROM app.upload WHERE upload_id = $1")).toBe(0);
    expect(await asStranger("SELECT FROM app.upload_file WHERE upload_id = $1")).toBe(0);
    expect(await asStranger("DELETE FROM app.upload WHERE upload_id = $1")).toBe(0);
    const foist = `INSERT INTO app.upload_file (upload_id, variant, cid, media_type, bytes)
      VALUES ($1, 'small', 'bafkreifjjcie6lypi6ny7amxnfftagclbuxndqonfipmb64f2km2devei4', 'image/png', 1)`;
    await expect(asStranger(foist)).rejects.toMatchObject({ code: "42501" });
    await expect(
      asStranger("UPDATE app.upload SET readers = '{}' WHERE upload_id = $1"),
    ).rejects.toMatchObject({ code: "42501" });
  });

  test("is all that is taken as such, and nothing else has an envelope or readers", async () => {
    const owner = await signUp();
    const wallet = owner.caller.wallets[0] ?? "";
    for (const [wishes, part, code] of [
      [WISH, await picture(), "FILE_REFUSED"],
      ["?purpose=credential", ciphertext(), "INVALID_REQUEST"],
      ["?purpose=image&envelope=jwe", await picture(), "INVALID_REQUEST"],
      [`?purpose=image&readers=${wallet}`, await picture(), "INVALID_REQUEST"],
      [`${WISH}&readers=${wallet},0x12`, ciphertext(), "INVALID_REQUEST"],
      ["?purpose=passport", await picture(), "INVALID_REQUEST"],
    ] as const) {
      expect(await send(owner, wishes, [part]), wishes).toMatchObject({ code });
    }
  });
});

describe("a storage that cannot be trusted (UP-1)", () => {
  test.each(["names other content", "gives other bytes", "forgets", "fails"] as const)(
    "and %s keeps nothing, and the same request works when it is honest again",
    async (behaviour) => {
      const owner = await signUp();
      const [part, key] = [await picture(), { "idempotency-key": randomBytes(12).toString("hex") }];
      kubo.behave(behaviour);
      const refused = await send(owner, "", [part], key);
      expect(refused).toMatchObject({ status: 503, code: "STORAGE_UNAVAILABLE" });
      expect(JSON.stringify(refused)).not.toContain(kubo.place);
      const rows = await query("SELECT FROM app.upload WHERE account_id = $1", [
        owner.caller.accountId,
      ]);
      expect(rows).toEqual([]);
      expect(await leftOver(api)).toEqual([]);
      kubo.behave("honest");
      expect((await send(owner, "", [part], key)).data[0]).toMatchObject({ state: "stored" });
    },
  );

  test("never has other bytes given out than those that were stored", async () => {
    const owner = await signUp();
    const { data } = await send(owner, "", [await picture()]);
    const url = data[0]?.url ?? "";
    kubo.behave("gives other bytes");
    expect((await api.get(url)).status).toBe(503);
    kubo.behave("honest");
    expect((await api.get(url)).status).toBe(200);
  });
});

describe("what an account keeps", () => {
  test("is listed for it alone, and its bytes go with the last who keeps them", async () => {
    const [owner, other] = await Promise.all([signUp(), signUp()]);
    const part = await picture();
    const mine = (await send(owner, "", [part, await picture()])).data;
    const theirs = (await send(other, "", [part])).data;
    const page = (await (await ask(owner, "/v1/uploads?limit=1")).json()) as {
      data: { uploadId: string }[];
      page: { nextCursor: string; hasMore: boolean };
    };
    const next = (await (
      await ask(owner, `/v1/uploads?limit=1&cursor=${page.page.nextCursor}`)
    ).json()) as typeof page;
    const listed = [...page.data, ...next.data].map(({ uploadId }) => uploadId).sort();
    expect(listed).toEqual(mine.map(({ uploadId }) => uploadId).sort());
    expect(next.page.hasMore).toBe(false);

    // Of the same picture there is one content: it stays for as long as somebody has it.
    const { url = "", cid = "", uploadId = "" } = mine[0] ?? {};
    expect(theirs[0]?.cid).toBe(cid);
    expect((await ask(owner, `/v1/uploads/${uploadId}`, "DELETE")).status).toBe(200);
    expect((await ask(owner, `/v1/uploads/${uploadId}`, "DELETE")).status).toBe(404);
    await sweep();
    expect(kubo.kept.has(cid)).toBe(true);
    expect((await api.get(url)).status).toBe(200);
    await ask(other, `/v1/uploads/${theirs[0]?.uploadId}`, "DELETE");
    await sweep();
    expect(kubo.kept.has(cid)).toBe(false);
    expect((await api.get(url)).status).toBe(404);
    expect(await query("SELECT FROM app.content_release")).toEqual([]);
  });

  test("goes with the account, and pictures without a row are swept away [3.45]", async () => {
    const owner = await signUp();
    const { data } = await send(owner, "", [await picture()]);
    const cids = [data[0]?.cid ?? "", ...(data[0]?.thumbnails ?? []).map(({ cid }) => cid)];
    expect(cids.every((cid) => kubo.kept.has(cid))).toBe(true);
    const lost = await query<{ id: string }>(
      `INSERT INTO app.upload (account_id, purpose, name, created_at)
       VALUES ($1, 'image', 'lost', now() - interval '2 hours') RETURNING upload_id AS id`,
      [(await signUp()).caller.accountId],
    );
    await query("DELETE FROM app.account WHERE account_id = $1", [owner.caller.accountId]);
    await sweep();
    expect(cids.filter((cid) => kubo.kept.has(cid))).toEqual([]);
    expect(await query("SELECT FROM app.upload WHERE upload_id = $1", [lost[0]?.id])).toEqual([]);
  });

  test("ends at its quota, also for many who send at once", async () => {
    const owner = await signUp();
    await query(
      `WITH made AS (INSERT INTO app.upload (account_id, purpose, name)
         SELECT $1, 'document', 'x' FROM generate_series(1, 20) RETURNING upload_id)
       INSERT INTO app.upload_file
       SELECT upload_id, 'original', 'bafkreifjjcie6lypi6ny7amxnfftagclbuxndqonfipmb64f2km2devei4',
         'text/plain', ($2::bigint - 500) / 20 FROM made`,
      [owner.caller.accountId, QUOTA_BYTES.free],
    );
    const answers = await Promise.all(
      [1, 2, 3].map(async () => send(owner, "", [await picture()])),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.code).toBe("UPLOAD_QUOTA_REACHED");
  });
});
