import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { buildOpenApi } from "../../api/openapi.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { MATRIX } from "./support/access-matrix.ts";
import { type AccessWorld, createAccessWorld } from "./support/access-world.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { fillSmallMarket } from "./support/small-market.ts";

/** What a passive scan looks at in an answer; numbers are those of ZAP's rules. */
type Seen = { status: number; headers: Headers; text: string; isPrivate: boolean };

const header = (seen: Seen, name: string) => seen.headers.get(name) ?? "";

/** What a rule finds; undefined for nothing. */
const RULES: Readonly<Record<string, (seen: Seen) => string | undefined>> = {
  "10021 types are not guessed": (seen) =>
    header(seen, "x-content-type-options") === "nosniff" ? undefined : "no nosniff",
  "10019 a body has a type": (seen) =>
    seen.text === "" || header(seen, "content-type") !== "" ? undefined : "no content-type",
  "10020 nobody frames it": (seen) =>
    header(seen, "x-frame-options") === "DENY" ? undefined : "may be framed",
  "10038, 10055 a policy says what may run": (seen) => {
    const policy = header(seen, "content-security-policy");
    if (!/default-src '(none|self)'/.test(policy)) return `policy ${policy}`;
    const scripts = /(?:script-src|default-src) ([^;]*)/.exec(policy)?.[1] ?? "";
    return /\*|unsafe-eval|data:|http:/.test(scripts) ? policy : undefined;
  },
  "10035 TLS once is TLS always": (seen) => {
    const [, age] = /max-age=(\d+)/.exec(header(seen, "strict-transport-security")) ?? [];
    return Number(age) >= 15_552_000 ? undefined : `max-age ${age}`;
  },
  "10036, 10037, 10061 it does not say what it runs on": ({ headers }) => {
    const telling = ["server", "x-powered-by", "x-aspnet-version", "x-runtime", "via"];
    return telling.find((name) => headers.has(name));
  },
  "10010, 10011, 10054, 90033 no cookie comes along": ({ headers }) =>
    headers.get("set-cookie") ?? undefined,
  "10098 other origins read what is open to all, and never with a cookie": (seen) =>
    seen.headers.has("access-control-allow-credentials") ? "credentials" : undefined,
  "10015, 10049 what is private is kept nowhere": (seen) => {
    const kept = header(seen, "cache-control");
    return !seen.isPrivate || /no-store/.test(kept) ? undefined : `cache-control ${kept}`;
  },
  "10105 credentials do not travel as they are": (seen) =>
    /basic|digest/i.test(header(seen, "www-authenticate")) ? "basic" : undefined,
  "10023, 10028, 90022 nothing of the inside is shown": ({ text }) =>
    /\bat [\w.<>]+ \(|node_modules|\/[\w-]+\/[\w-]+\.ts\b|SQLSTATE|syntax error|ECONN|relation "/.exec(
      text,
    )?.[0],
  "10054, 90011 text is UTF-8": (seen) =>
    /charset=(?!utf-8)/i.test(header(seen, "content-type")) ? "another charset" : undefined,
};

type Operation = { id: string; path: string; isPrivate: boolean };

/** Every read of the document; a stream never ends, and its answers are those of listChanges. */
const READS: Operation[] = Object.entries(buildOpenApi().paths ?? {}).flatMap(([path, { get }]) =>
  get === undefined || path.endsWith("/stream")
    ? []
    : [{ id: String(get.operationId), path, isPrivate: get.responses?.[401] !== undefined }],
);

let server: PostgresServer;
let api: TestApi;
let world: AccessWorld;

beforeAll(async () => {
  server = sharedPostgres();
  const urls = await createPublishedDatabase(server.url);
  await withClient(urls.admin, fillSmallMarket);
  api = startApi(urls.api, {
    auth: {},
    encryptionKeys: [{ id: "test", key: randomBytes(32) }],
  });
  world = await createAccessWorld(api, urls.admin);
});
afterAll(async () => {
  await api.close();
  await server.stop();
});

async function placesOf(id: string): Promise<Record<string, string>> {
  const { places = {} } = MATRIX[id] ?? {};
  return typeof places === "function" ? places(world) : places;
}

/** Everything that the rules find in an answer. */
const findings = (what: string, seen: Seen) =>
  Object.entries(RULES).flatMap(([rule, look]) => {
    const found = look(seen);
    return found === undefined ? [] : [`${what} ${seen.status}: ${rule}: ${found}`];
  });

test("a passive scan of every read finds nothing, whoever asks and whether it is answered or refused", async () => {
  const found: string[] = [];
  let [answered, refused] = [0, 0];
  for (const { id, path, isPrivate } of READS) {
    const places = await placesOf(id);
    const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => places[name] ?? "0");
    for (const [actor, ask] of [
      ["nobody", world.actors.nobody],
      ["owner", world.owner.ask],
      ["admin", world.actors.admin],
    ] as const) {
      // As it is meant to be asked, and as somebody who tries things would.
      for (const query of ["", "?x=%27%20OR%201%3D1--", "?cursor=%00%3Cscript%3E"]) {
        const { status, headers, text } = await ask("GET", address + query);
        if (status < 300) answered += 1;
        else refused += 1;
        const isOfSomebody = isPrivate && status === 200 && actor !== "nobody";
        found.push(
          ...findings(`${actor}: ${id}${query}`, {
            status,
            headers,
            text,
            isPrivate: isOfSomebody,
          }),
        );
        if (status >= 500 && status !== 503) found.push(`${actor}: ${id}${query} ${status}`);
      }
    }
  }
  expect(found).toEqual([]);
  expect(answered).toBeGreaterThan(100);
  expect(refused).toBeGreaterThan(100);
});

test("the rules find what they are for", () => {
  const bare = { status: 200, headers: new Headers(), text: "", isPrivate: true };
  const all = Object.keys(RULES);
  const ofHeaders = all.filter((rule) => RULES[rule]?.(bare) !== undefined);
  const wrong = {
    ...bare,
    headers: new Headers({
      "set-cookie": "a=b",
      server: "Apache",
      "access-control-allow-credentials": "true",
      "www-authenticate": "Basic",
      "content-type": "text/html; charset=iso-8859-1",
    }),
    text: "Error: x\n    at Object.run (/srv/app/api/main.ts:1:1)",
  };
  const others = all.filter((rule) => RULES[rule]?.(wrong) !== undefined);
  const untyped = { ...bare, text: "words" };
  const typed = all.filter((rule) => RULES[rule]?.(untyped) !== undefined);
  expect(all.filter((rule) => ![...ofHeaders, ...others, ...typed].includes(rule))).toEqual([]);
});

test("the plan of the scan asks the whole document, attacks it, and ends with 1 for a high finding", async () => {
  const file = join(import.meta.dirname, "../../deploy/zap/plan.yaml");
  const plan = parse(await readFile(file, "utf8"));
  const jobs = Object.fromEntries(
    plan.jobs.map((job: { type: string; parameters: object }) => [job.type, job.parameters]),
  );
  expect(jobs).toMatchObject({
    openapi: { apiUrl: "${VALYRA_URL}/openapi.json", context: plan.env.contexts[0].name },
    activeScan: { context: "valyra" },
    exitStatus: { errorLevel: "High", errorExitValue: 1 },
  });
  expect(plan.jobs.at(-1)).toMatchObject({ type: "exitStatus", alwaysRun: true });
  // The document is where the plan looks for it, and names each read that was asked above.
  const document = (await (await api.get("/openapi.json")).json()) as { paths: object };
  for (const { path } of READS) expect(document.paths).toHaveProperty([path]);
});
