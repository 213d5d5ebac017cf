import { expect, test } from "vitest";
import { startCollector } from "../../tests/support/collector.ts";
import { createLogger } from "../log.ts";
import { parseDsn } from "./error-reports.ts";
import { openReporting } from "./open-reporting.ts";
import { scrub } from "./scrub.ts";

const KEY = `vly_${"k".repeat(43)}`;
const SECRETS = [
  KEY,
  "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl",
  "hunter2",
  "ana@example.org",
  "c29tZS1zZWNyZXQ",
];
const WORDS = `key ${KEY}; authorization: Bearer ${SECRETS[1]}, smtp://valyra:hunter2@mail/x, "password": "hunter2" of ana@example.org, https://rpc.example/v1?apikey=c29tZS1zZWNyZXQ&x=1`;

const parts = (body: string) => body.split("\n").map((line) => JSON.parse(line));

test("a text that leaves has no secret and no address of mail, and says what it said", () => {
  const clean = scrub(`Cannot read listing 7 of 0xabc: ${WORDS}`);
  for (const secret of SECRETS) expect(clean).not.toContain(secret);
  expect(clean).toContain("Cannot read listing 7 of 0xabc");
  expect(clean).toContain("https://rpc.example/v1?apikey=[hidden]&x=1");
});

test("the address of a project is read as its service writes it", () => {
  expect(parseDsn("https://key@o1.ingest.sentry.io/42")).toEqual({
    endpoint: "https://o1.ingest.sentry.io/api/42/envelope/",
    publicKey: "key",
  });
  expect(parseDsn("http://key@127.0.0.1:9000/under/7")?.endpoint).toBe(
    "http://127.0.0.1:9000/under/api/7/envelope/",
  );
  for (const none of ["", "https://sentry.io/1", "https://key@sentry.io/", "ftp://key@a.b/1"]) {
    expect(parseDsn(none), none).toBeUndefined();
  }
});

test("an error that is logged is told once a minute, with its causes and without secrets [1.47]", async () => {
  const collector = await startCollector();
  const settings = {
    SENTRY_DSN: parseDsn(`http://public@${collector.place}/7`),
    OUTGOING_EXCEPTIONS: [collector.place],
  };
  const reporting = openReporting(settings, "workers");
  const lines: string[] = [];
  const sink = { write: (line: string) => void lines.push(line) };
  const log = createLogger("workers", "info", sink, reporting.onFailure);
  const cause = new TypeError(WORDS);
  for (let time = 0; time < 3; time += 1) {
    const err = new Error(`A job failed: ${WORDS}`, { cause });
    log.error({ err, job: "mail.send", jobId: "j-1", input: KEY }, "a job failed");
  }
  // What is expected, or no error at all, is for the log alone.
  log.warn({ err: new Error("expected") }, "refused");
  log.error({ code: 1 }, "no error");
  const database = Object.assign(new Error('invalid input syntax: "4111 1111"'), {
    ...{ severity: "ERROR", code: "22P02", detail: "Key (email)=(ana@example.org)" },
  });
  log.error({ err: database }, "request failed");
  await reporting.close();
  await collector.close();

  expect(lines).toHaveLength(6);
  expect(collector.taken).toHaveLength(2);
  const [first] = collector.taken;
  expect(first).toMatchObject({
    path: "/api/7/envelope/",
    headers: { "x-sentry-auth": expect.stringContaining("sentry_key=public") },
  });
  const [, item, event] = parts(first?.body ?? "");
  expect(item).toEqual({ type: "event" });
  expect(event).toMatchObject({
    ...{ level: "error", logger: "workers", message: { formatted: "a job failed" } },
    tags: { component: "workers", job: "mail.send", jobId: "j-1" },
    exception: { values: [{ type: "TypeError" }, { type: "Error" }] },
  });
  const [frame] = event.exception.values[1].stacktrace.frames.slice(-1);
  expect(frame.filename).toBe("core/reporting/reporting.test.ts");
  for (const secret of [...SECRETS, "4111"]) {
    expect(collector.taken.map(({ body }) => body).join()).not.toContain(secret);
  }
});

test("a service that is away, or not configured, costs nothing and nobody a word", async () => {
  expect(openReporting({ OUTGOING_EXCEPTIONS: [] }, "api")).toMatchObject({
    ...{ onFailure: undefined, traces: undefined },
  });
  const settings = {
    SENTRY_DSN: parseDsn("http://public@127.0.0.1:1/7"),
    OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:1",
    OUTGOING_EXCEPTIONS: ["127.0.0.1:1"],
  };
  const { onFailure, traces, close } = openReporting(settings, "api");
  for (let error = 0; error < 50; error += 1) onFailure?.(new Error(`no. ${error}`), "failed", {});
  for (let span = 0; span < 5_000; span += 1) {
    const begun = traces?.begin(undefined);
    if (begun === undefined) throw new Error("nothing is traced");
    traces?.end(begun, { name: "GET /", seconds: 0.1, isFailure: false, attributes: {} });
  }
  await close();
});
