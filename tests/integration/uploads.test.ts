import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdir, rm, utimes } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clearIncoming } from "../../api/uploads.ts";
import type { SessionCaller } from "../../core/identity/caller.ts";
import { contentIdOf } from "../../core/uploads/content-id.ts";
import { MAX_FILE_BYTES } from "../../core/uploads/purposes.ts";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { addAccount } from "./support/accounts.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { goodFiles, hostileFiles, MARKER } from "./support/hostile-files.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { leftOver, multipart, type Part, sendFiles } from "./support/send-files.ts";
import { sendRaw, serveForTest } from "./support/served.ts";
import { createSessions } from "./support/signed-in.ts";

/** `npm run torture -- identity --uploads 2000` sends as many as the check names. */
const UPLOADS_AT_ONCE = Number(process.env.VALYRA_UPLOADS ?? 250);

let server: PostgresServer;
let urls: Awaited<ReturnType<typeof createPublishedDatabase>>;
let api: TestApi;
let good: Awaited<ReturnType<typeof goodFiles>>;
let owner: SessionCaller;
let headers: Record<string, string>;
const sessions = createSessions();

beforeAll(async () => {
  server = sharedPostgres();
  urls = await createPublishedDatabase(server.url);
  api = startApi(urls.api, { callers: { bySession: sessions.bySession } });
  good = await goodFiles();
  owner = await addAccount(urls.admin, { tier: "paid" });
  headers = { authorization: `Bearer ${sessions.tokenOf(owner)}` };
});
afterAll(async () => {
  await api.close();
  await server.stop();
});

const send = (query: string, parts: readonly Part[], more: Record<string, string> = {}) =>
  sendFiles(api, query, parts, { ...headers, ...more });

/** A chunk of a body whose length is not said ahead (RFC 9112, section 7.1). */
const chunk = (bytes: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from("\r\n")]);

const countRows = () =>
  withClient(urls.admin, async (client) => {
    const { rows } = await client.query("SELECT count(*)::int AS count FROM app.upload");
    return rows[0]?.count as number;
  });

describe("files of people who mean no good (UP-1)", () => {
  test("are refused, or drawn anew until nothing but a picture is left [1.39]", async () => {
    const { refused, tamed } = await hostileFiles();
    expect(refused.length + tamed.length).toBeGreaterThanOrEqual(120);
    const before = await countRows();
    for (const file of refused) {
      const { status, errors } = await send(`?purpose=${file.purpose}`, [file]);
      expect([400, 422], file.what).toContain(status);
      expect(errors[0]?.pointer, file.what).toMatch(/^\/form/);
    }
    expect(await countRows()).toBe(before);
    for (const file of tamed) {
      const { status, data } = await send("?purpose=image", [file]);
      expect(status, file.what).toBe(201);
      for (const { url } of [...data, ...(data[0]?.thumbnails ?? [])]) {
        const shown = await api.get(url);
        const bytes = Buffer.from(await shown.arrayBuffer());
        expect(shown.headers.get("content-type"), file.what).toMatch(/^image\/(png|jpeg|webp)$/);
        expect(bytes.includes(MARKER), file.what).toBe(false);
        expect(bytes.includes("PK\x03\x04"), file.what).toBe(false);
      }
    }
    expect(await leftOver(api)).toEqual([]);
  });

  test("leave nothing behind when they are cut off, more than may be, or never end [5.52]", async () => {
    const web = await serveForTest(api);
    try {
      const whole = multipart([good.png]);
      const head = [
        "POST /v1/uploads HTTP/1.1",
        "host: api",
        `authorization: ${headers.authorization}`,
        `content-type: ${whole.headers["content-type"]}`,
        "content-length: 9000000",
      ];
      const socket = connect(web.port, "127.0.0.1");
      await once(socket, "connect");
      socket.write(`${head.join("\r\n")}\r\n\r\n`);
      socket.write(whole.body.subarray(0, whole.body.length - 100));
      const isThere = async () => (await leftOver(api)).length > 0;
      await waitUntil(isThere, { what: "the file arrives", deadlineMs: 30_000 });
      socket.destroy();
      const isGone = async () => (await leftOver(api)).length === 0;
      await waitUntil(isGone, { what: "the file is removed", deadlineMs: 30_000 });

      const six = await send(
        "",
        Array.from({ length: 6 }, () => good.gif),
      );
      expect(six).toMatchObject({ status: 400, code: "INVALID_REQUEST" });
      const large = Buffer.alloc(MAX_FILE_BYTES + 1);
      good.png.bytes.copy(large);
      const one = await send("", [{ ...good.png, bytes: large }]);
      expect(one).toMatchObject({ status: 413, code: "BODY_TOO_LARGE" });
      const promised = await api.request("/v1/uploads", {
        method: "POST",
        headers: { ...headers, ...whole.headers, "content-length": "90000000" },
        body: new Uint8Array(whole.body),
      });
      expect(promised.status).toBe(413);

      // From a socket, which waits for the server: a stream that is always ready would starve both.
      const begun = chunk(whole.body.subarray(0, 500));
      const endless = `${[...head.slice(0, -1), "transfer-encoding: chunked"].join("\r\n")}\r\n\r\n`;
      const cut = await sendRaw(
        web.port,
        Buffer.concat([Buffer.from(endless), begun]),
        chunk(Buffer.alloc(65_536)),
      );
      // Whoever goes on sending may find the connection closed before he has read why.
      expect([0, 413]).toContain(cut.status);
      expect(cut.bytesSent).toBeGreaterThan(MAX_FILE_BYTES);
      await waitUntil(isGone, { what: "the endless file is removed", deadlineMs: 30_000 });
    } finally {
      await web.close();
    }
    expect((await send("", [])).status).toBe(400);
    // A part that cannot be read is not passed over.
    const unnamed = await send("", [good.png, { ...good.png, name: "a\u0000.png" }]);
    expect([400, 422]).toContain(unnamed.status);
    expect((await send("", [good.png, { ...good.png, bytes: Buffer.alloc(0) }])).status).toBe(422);
  });
});

test("many at once are kept once each or told to come again, and leave nothing else (UP-1)", async () => {
  type Sender = Record<string, string>;
  const senders: Sender[] = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const caller = await addAccount(urls.admin, { tier: "paid" });
      return { authorization: `Bearer ${sessions.tokenOf(caller)}` };
    }),
  );
  const before = await countRows();
  const waiting: Set<string> = new Set();
  const [kept, refused] = [new Map<string, string>(), { wrong: 0, busy: 0 }];
  const sendOne = async (index: number): Promise<void> => {
    const text = Buffer.from(`Costs of month ${index}: ${"1;".repeat(index % 50)}\n`);
    const isWrong = index % 5 === 4;
    const part = isWrong
      ? { ...good.png, name: "page.html", type: "text/html", bytes: Buffer.from("<html></html>") }
      : { name: `costs-${index}.csv`, type: "text/csv", bytes: text };
    const from = senders[index % senders.length] as Sender;
    const answer = await sendFiles(api, "?purpose=document", [part], from);
    if (answer.status === 503) {
      expect(answer.code).toBe("OVERLOADED");
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
      refused.busy += 1;
      waiting.add(String(index));
    } else if (isWrong) {
      expect(answer.status).toBe(422);
      refused.wrong += 1;
    } else {
      expect(answer.status).toBe(201);
      kept.set(answer.data[0]?.cid ?? "", await contentIdOf(text));
    }
  };
  await Promise.all(Array.from({ length: UPLOADS_AT_ONCE }, (_, index) => sendOne(index)));
  while (waiting.size > 0) {
    const again = [...waiting].slice(0, 200);
    for (const index of again) waiting.delete(index);
    await Promise.all(again.map((index) => sendOne(Number(index))));
  }
  expect(refused.wrong).toBe(Math.floor(UPLOADS_AT_ONCE / 5));
  expect(kept.size).toBe(UPLOADS_AT_ONCE - refused.wrong);
  expect([...kept].filter(([said, own]) => said !== own)).toEqual([]);
  expect(await countRows()).toBe(before + kept.size);
  expect(await leftOver(api)).toEqual([]);
});

describe("a picture", () => {
  test("is drawn anew without what its camera wrote, upright, with smaller versions [5.91]", async () => {
    const turned = await sharp({
      create: { width: 1_600, height: 1_200, channels: 3, background: "#3a7" },
    })
      .withExif({ IFD0: { Copyright: "Somebody" }, IFD3: { GPSLatitude: "52/1 31/1 0/1" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { status, data } = await send("", [{ ...good.jpeg, bytes: turned }]);
    expect(status).toBe(201);
    const [upload] = data;
    expect(upload).toMatchObject({
      state: "stored",
      mediaType: "image/jpeg",
      width: 1_200,
      height: 1_600,
      name: "a.jpg",
      thumbnails: [
        { name: "small", width: 240, height: 320 },
        { name: "medium", width: 720, height: 960 },
      ],
    });
    const bytes = Buffer.from(await (await api.get(upload?.url ?? "")).arrayBuffer());
    const { exif, iptc, xmp, icc, orientation } = await sharp(bytes, {}).metadata();
    expect([exif, iptc, xmp, icc, orientation]).toEqual(Array(5).fill(undefined));
    expect(bytes.includes("Somebody")).toBe(false);
    expect(await contentIdOf(bytes)).toBe(upload?.cid);
    for (const { url, cid } of upload?.thumbnails ?? []) {
      const small = Buffer.from(await (await api.get(url)).arrayBuffer());
      expect(await contentIdOf(small)).toBe(cid);
    }
  });

  test("is served to everybody, for ever and in parts, and never as a page (UP-1)", async () => {
    const { data } = await send("", [good.png]);
    const { url = "", cid = "", bytes = 0 } = data[0] ?? {};
    const answer = await api.get(url);
    const said = Object.fromEntries(answer.headers);
    expect(said).toMatchObject({
      "content-type": "image/png",
      "content-disposition": "inline",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "public, max-age=31536000, immutable, no-transform",
      "cross-origin-resource-policy": "cross-origin",
      etag: `"${cid}"`,
    });
    expect(said["set-cookie"]).toBeUndefined();
    const whole = Buffer.from(await answer.arrayBuffer());
    expect(whole.length).toBe(bytes);
    const part = await api.get(url, { range: "bytes=10-19" });
    expect([part.status, part.headers.get("content-range")]).toEqual([206, `bytes 10-19/${bytes}`]);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(whole.subarray(10, 20));
    const end = await api.get(url, { range: "bytes=-5" });
    expect(Buffer.from(await end.arrayBuffer())).toEqual(whole.subarray(-5));
    for (const range of ["bytes=5-1", `bytes=${bytes}-`, "bytes=0-1,3-4", "lines=1-2", "bytes=-"]) {
      expect((await api.get(url, { range })).status, range).toBe(200);
    }
    expect((await api.get(url, { "if-none-match": `W/"x", "${cid}"` })).status).toBe(304);
    for (const other of ["bafkreifjjcie6lypi6ny7amxnfftagclbuxndqonfipmb64f2km2devei4", "x"]) {
      expect((await api.get(`/u/${other}`)).status).toBe(404);
    }
  });
});

test("a document is saved and never shown, and text has one type whatever it was called (UP-1)", async () => {
  const table = { name: "costs.csv", type: "text/csv", bytes: Buffer.from("month;cost\n1;5\n") };
  const { status, data } = await send("?purpose=document", [good.pdf, table]);
  expect(status).toBe(201);
  const [pdf, text] = await Promise.all(data.map(({ url }) => api.get(url)));
  expect(pdf?.headers.get("content-type")).toBe("application/pdf");
  expect(text?.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  for (const answer of [pdf, text]) {
    expect(answer?.headers.get("content-disposition")).toMatch(
      /^attachment; filename="baf\w+\.(pdf|txt)"$/,
    );
    expect(answer?.headers.get("content-security-policy")).toContain("sandbox");
  }
});

test("a file that is sent again with its key is kept once, whatever its boundary is [1.39]", async () => {
  const before = await countRows();
  const key = { "idempotency-key": randomUUID() };
  const first = await send("", [good.webp], key);
  const again = await send("", [good.webp], key);
  expect(first.status).toBe(201);
  expect(again.headers.get("idempotency-replayed")).toBe("true");
  expect(again.data).toEqual(first.data);
  expect(await send("", [good.gif], key)).toMatchObject({ code: "IDEMPOTENCY_KEY_REUSED" });
  expect(await send("?purpose=document", [good.pdf], key)).toMatchObject({ status: 422 });
  expect(await countRows()).toBe(before + 1);
  // A refusal leaves the key free.
  const other = { "idempotency-key": randomUUID() };
  expect((await send("", [good.pdf], other)).status).toBe(422);
  expect((await send("", [good.png], other)).status).toBe(201);
});

test("what a killed process has left is removed at a start, and nothing younger", async () => {
  const incoming = join(api.uploadFolder, "incoming");
  for (const name of ["request-old", "request-new"]) await mkdir(join(incoming, name));
  const long = new Date(Date.now() - 7_200_000);
  await utimes(join(incoming, "request-old"), long, long);
  await clearIncoming(api.uploadFolder);
  expect(await leftOver(api)).toEqual(["request-new"]);
  await rm(join(incoming, "request-new"), { recursive: true });
  await clearIncoming(join(api.uploadFolder, "not-there"));
});

test("only somebody may upload: a key with its scope, never nobody or a signature [2.91]", async () => {
  const { status } = await sendFiles(api, "", [good.png], {});
  expect(status).toBe(401);
  const signed = await sendFiles(api, "", [good.png], {
    "x-wallet-address": `0x${"1".repeat(40)}`,
    "x-signature": "0x00",
  });
  expect(signed).toMatchObject({ status: 403, code: "FORBIDDEN" });
  const make = async (scopes: string[]) => {
    const answer = await api.request("/v1/keys", {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body: JSON.stringify({ name: "A key", scopes }),
    });
    const { data } = (await answer.json()) as { data: { secret: string } };
    return { "x-api-key": data.secret };
  };
  expect((await sendFiles(api, "", [good.png], await make(["uploads:write"]))).status).toBe(201);
  expect((await sendFiles(api, "", [good.png], await make(["jobs:write"]))).status).toBe(403);
});
