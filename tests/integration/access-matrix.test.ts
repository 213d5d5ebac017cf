import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import type { ApiDeps } from "../../api/deps.ts";
import { newRouter } from "../../api/http/router.ts";
import { buildOpenApi } from "../../api/openapi.ts";
import { registerRoutes } from "../../api/routes/index.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { type Access, MATRIX, type Places } from "./support/access-matrix.ts";
import {
  ACTORS,
  type AccessWorld,
  type Actor,
  createAccessWorld,
  READ_SCOPES,
} from "./support/access-world.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createPublishedDatabase } from "./support/market.ts";
import type { Ask } from "./support/signed-in.ts";
import { fillSmallMarket } from "./support/small-market.ts";

type Schema = {
  type?: string | string[];
  $ref?: string;
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
};
type Operation = {
  id: string;
  method: string;
  path: string;
  body: Schema | undefined;
  access: Access | undefined;
};

const DOCUMENT = buildOpenApi();

/** Every operation of the document, with what the matrix says of it. */
const OPERATIONS: Operation[] = Object.entries(DOCUMENT.paths ?? {}).flatMap(([path, item]) =>
  Object.entries(item).map(([method, { operationId, requestBody }]) => ({
    id: operationId,
    method: method.toUpperCase(),
    path,
    body: requestBody?.content?.["application/json"]?.schema,
    access: MATRIX[operationId],
  })),
);

const REFUSED = [401, 403, 404];
const isGood = (status: number) => status >= 200 && status < 300;

let server: PostgresServer;
let api: TestApi;
let world: AccessWorld;

beforeAll(async () => {
  server = sharedPostgres();
  const urls = await createPublishedDatabase(server.url);
  await withClient(urls.admin, fillSmallMarket);
  const encryptionKeys = [{ id: "test", key: randomBytes(32) }] as const;
  api = startApi(urls.api, { auth: {}, encryptionKeys });
  world = await createAccessWorld(api, urls.admin);
  for (const id of ["getDraft", "rotateKey", "appealFlag"]) await make(MATRIX[id]?.places, {});
});
afterAll(async () => {
  await api.close();
  await server.stop();
});

/** A value of the matrix, made now where it has to be. */
async function make<Value>(
  value: Value | ((of: AccessWorld) => Promise<Value>) | undefined,
  otherwise: Value,
): Promise<Value> {
  // Values of the matrix are data or functions of the world.
  if (typeof value === "function") return (value as (of: AccessWorld) => Promise<Value>)(world);
  return value ?? otherwise;
}

const at = (path: string, places: Places) =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => places[name] ?? "0");

/** The same kind of place where nothing is. */
const nowhere = (places: Places): Places =>
  Object.fromEntries(
    Object.entries(places).map(([name, value]) => {
      if (/^0x[0-9a-fA-F]{40}$/.test(value)) return [name, `0x${randomBytes(20).toString("hex")}`];
      return [name, /^[0-9a-f-]{36}$/.test(value) ? randomUUID() : value];
    }),
  );

type Answer = Awaited<ReturnType<Ask>>;

/** What an answer says, whatever it was asked about. */
function wordsOf({ status, text, headers }: Answer, places: Places): string {
  const plain = Object.values(places).reduce((all, value) => all.replaceAll(value, "ID"), text);
  const said = JSON.stringify(JSON.parse(plain || "null"), (name, value) =>
    name === "requestId" || name === "instance" ? undefined : value,
  );
  const shown = ["content-type", "cache-control", "www-authenticate", "etag"].map((name) =>
    headers.get(name),
  );
  return [status, said, ...shown].join(" | ");
}

const ofKind = <Kind extends Access["kind"]>(kind: Kind) =>
  OPERATIONS.flatMap(({ access, ...operation }) =>
    access?.kind === kind
      ? [{ ...operation, access: access as Extract<Access, { kind: Kind }> }]
      : [],
  );

/** Asks for what the owner has, and for what nobody has, and wants both refused in the same words. */
async function refuseBoth(
  { id, method, path }: Operation,
  actor: Actor,
  places: Places,
  body: unknown,
): Promise<void> {
  const ask = world.actors[actor];
  const missing = nowhere(places);
  const theirs = await ask(method, at(path, places), body);
  expect(REFUSED, `${actor}: ${id} ${theirs.text}`).toContain(theirs.status);
  if (actor === "nobody") expect(theirs.status, id).toBe(401);
  const none = await ask(method, at(path, missing), body);
  expect(wordsOf(theirs, places), `${actor}: ${id}`).toBe(wordsOf(none, missing));
}

test("no operation is without a line in the matrix, and no line without an operation (AP-1)", () => {
  const ids = OPERATIONS.map(({ id }) => id);
  expect(ids.filter((id) => MATRIX[id] === undefined)).toEqual([]);
  expect(Object.keys(MATRIX).filter((id) => !ids.includes(id))).toEqual([]);
});

test("what is open says the same to everybody and nothing of anybody (AP-1)", async () => {
  let answered = 0;
  for (const { id, method, path, access } of ofKind("open")) {
    const places = await make(access.places, {});
    // It never ends; its answers are those of listChanges.
    if (id === "streamChanges") continue;
    for (const actor of ["nobody", "user", "admin", "fullKey"] as const) {
      const body = await make(access.body, undefined);
      const { status, text } = await world.actors[actor](method, at(path, places), body);
      if (access.gives !== undefined) expect(status, `${actor}: ${id} ${text}`).toBe(access.gives);
      if (method !== "GET" && access.gives === undefined) {
        expect(isGood(status), `${actor}: ${id} ${text}`).toBe(true);
      }
      expect(text.includes(world.canary), `${actor}: ${id}`).toBe(false);
      if (isGood(status)) answered += 1;
    }
  }
  expect(answered).toBeGreaterThan(100);
});

test("whoever does not say who he is, is asked to by every operation that is not open to all [2.68, 2.76, 4.17]", async () => {
  let refused = 0;
  for (const { id, method, path, access } of OPERATIONS) {
    if (access === undefined || access.kind === "open") continue;
    if (access.kind === "own" && access.isOpenToNobody) continue;
    const places = access.kind === "own" ? await make(access.places, {}) : {};
    const somewhere = at(path, places).replace(/(?<=\/)0(?=\/|$)/g, randomUUID());
    const body = access.kind === "own" ? await make(access.body, undefined) : undefined;
    const answer = await world.actors.nobody(method, somewhere, body);
    // What is no request at all is told so first, and shows nothing.
    if (answer.status === 400) continue;
    expect(answer, id).toMatchObject({ status: 401, body: { code: "AUTH_REQUIRED" } });
    expect(answer.headers.get("www-authenticate"), id).toContain("Bearer");
    expect(answer.headers.get("content-type"), id).toBe("application/problem+json");
    expect(answer.body.fix, id).toMatch(/\w/);
    refused += 1;
  }
  expect(refused).toBeGreaterThan(50);
});

test("what is about the caller is about him alone, and keys need their scope (AP-1)", async () => {
  for (const { id, method, path, access } of ofKind("own")) {
    const send = async (ask: Ask) =>
      ask(method, at(path, await make(access.places, {})), await make(access.body, undefined));
    const nobody = await send(world.actors.nobody);
    if (access.isOpenToNobody) expect(isGood(nobody.status), `nobody: ${id}`).toBe(true);
    else expect(nobody.status, `nobody: ${id}`).toBe(401);
    for (const actor of ["readKey", "fullKey"] as const) {
      const { status, text } = await send(world.actors[actor]);
      const scopes: readonly string[] = actor === "readKey" ? READ_SCOPES : [access.scope ?? ""];
      const may = access.isOpenToKeys || (access.scope && scopes.includes(access.scope));
      if (may && access.gives !== undefined) expect(status, `${actor}: ${id}`).toBe(access.gives);
      else if (may) expect(isGood(status), `${actor}: ${id} ${text}`).toBe(true);
      else expect(status, `${actor}: ${id} ${text}`).toBe(403);
      expect(text.includes(world.canary), `${actor}: ${id}`).toBe(false);
    }
    for (const actor of ["user", "reviewer", "admin"] as const) {
      const role = actor === "user" ? undefined : actor;
      const ask = access.isLast ? (await world.join(role)).ask : world.actors[actor];
      const { status, text } = await send(ask);
      if (access.gives !== undefined) expect(status, `${actor}: ${id} ${text}`).toBe(access.gives);
      else expect(isGood(status), `${actor}: ${id} ${text}`).toBe(true);
      if (!access.seenBy?.includes(actor)) {
        expect(text.includes(world.canary), `${actor}: ${id}`).toBe(false);
      }
    }
  }
});

test("what belongs to somebody is not there for anybody else, in the same words (AP-1)", async () => {
  for (const operation of ofKind("object")) {
    const { id, method, path, access } = operation;
    const [places, body] = [await make(access.places, {}), await make(access.body, undefined)];
    for (const actor of ACTORS) {
      if (!access.mayAlso?.includes(actor)) await refuseBoth(operation, actor, places, body);
    }
    // All of them have left it as it was.
    const { status, text } = await world.owner.ask(method, at(path, places), body);
    if (access.gives !== undefined) expect(status, `${id} ${text}`).toBe(access.gives);
    else expect(isGood(status), `owner: ${id} ${text}`).toBe(true);
  }
});

test("what needs a role is refused to everybody without it, whatever it is about (AP-1)", async () => {
  for (const operation of ofKind("role")) {
    const { id, method, path, access } = operation;
    const [places, body] = [await make(access.places, {}), await make(access.body, undefined)];
    for (const actor of ACTORS) {
      if (!access.for.includes(actor)) await refuseBoth(operation, actor, places, body);
    }
    for (const actor of access.for) {
      const fresh = actor === access.for[0] ? places : await make(access.places, {});
      const { status, text } = await world.actors[actor](method, at(path, fresh), body);
      if (access.gives !== undefined) expect(status, `${actor}: ${id} ${text}`).toBe(access.gives);
      else expect(isGood(status), `${actor}: ${id} ${text}`).toBe(true);
    }
  }
});

/** Members that a caller would like to decide about and must not. */
const EXTRAS = [
  "role",
  "roles",
  "owner",
  "status",
  "accountId",
  "tier",
  "trustScore",
  "__proto__x",
];

/** Free members by design: a document that is checked when it is published, and rules by their own schema. */
const FREE = new Set([
  "DraftRequest/document",
  "ReplaceDraftRequest/document",
  "SettingRequest/value",
]);

/** Every object within a schema, by its place. */
function objectsOf(schema: Schema, place: string): { place: string; schema: Schema }[] {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split("/").at(-1) ?? "";
    return objectsOf((DOCUMENT.components?.schemas?.[name] ?? {}) as Schema, name);
  }
  const parts = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  const inner = [
    ...parts.flatMap((part) => objectsOf(part, place)),
    ...(schema.items === undefined ? [] : objectsOf(schema.items, `${place}/*`)),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, part]) =>
      objectsOf(part, `${place}/${name}`),
    ),
  ];
  const isObject = [schema.type].flat().includes("object") || schema.properties !== undefined;
  return isObject ? [{ place, schema }, ...inner] : inner;
}

test("no body takes a member that its schema does not name, at any depth (AP-2) [3.68, 4.19]", async () => {
  const bodies = OPERATIONS.flatMap((operation) =>
    operation.body === undefined ? [] : [{ ...operation, body: operation.body }],
  );
  expect(bodies.length).toBeGreaterThan(20);
  const loose = bodies
    .flatMap(({ id, body }) => objectsOf(body, id))
    .filter(({ place, schema }) => schema.additionalProperties !== false && !FREE.has(place));
  expect(loose.map(({ place }) => place)).toEqual([]);

  for (const { id, method, path, access, body } of bodies) {
    const good = (await make(access?.body, undefined)) as Record<string, unknown>;
    expect(good, id).toBeDefined();
    const places = { ...nowhere({ ...(await make(access?.places, {})) }) };
    const named = objectsOf(body, id)[0]?.schema.properties ?? {};
    for (const extra of EXTRAS.filter((name) => !(name in named))) {
      const ask = access?.kind === "role" ? world.actors.admin : world.owner.ask;
      const answer = await ask(method, at(path, places), { ...good, [extra]: "admin" });
      expect(answer.status, `${id} ${extra}: ${answer.text}`).toBe(400);
      expect(answer.body.errors, id).toMatchObject([{ pointer: `/json/${extra}` }]);
    }
  }
});

/** Schemas of good answers by operation and status, as the routes declare them. */
function declaredSchemas(): Map<string, z.ZodType> {
  const router = newRouter();
  registerRoutes(router, {} as ApiDeps);
  return new Map(
    router.openAPIRegistry.definitions.flatMap((definition) => {
      if (definition.type !== "route") return [];
      const { operationId, responses } = definition.route;
      return Object.entries(responses).flatMap(([status, response]) => {
        const content = "content" in response ? response.content?.["application/json"] : undefined;
        if (content === undefined || !("schema" in content)) return [];
        // Routes are declared with zod, never with plain objects.
        return [[`${operationId} ${status}`, content.schema as z.ZodType] as const];
      });
    }),
  );
}

/** Nothing of ours is changed by them: they ask for a nonce, a mail, or the address of a provider. */
const CHANGE_NOTHING = new Set(["requestLinkNonce", "addEmail", "beginToLinkIdentity"]);

test("answers about something private have no member that nobody named, and each change has one entry in the audit log (AP-2) [4.48]", async () => {
  const schemas = declaredSchemas();
  const [looked, recorded] = [new Set<string>(), new Set<string>()];
  for (const { id, method, path, access } of OPERATIONS) {
    if (access === undefined || access.kind === "open") continue;
    const [places, body] = [await make(access.places, {}), await make(access.body, undefined)];
    const isLast = access.kind === "own" && access.isLast;
    const { ask } = isLast ? await world.join() : world.owner;
    const by = access.kind === "role" ? world.actors.admin : ask;
    const answer = await by(method, at(path, places), body);
    const entries = await world.sql("SELECT action FROM app.audit_entry WHERE request_id = $1", [
      answer.headers.get("x-request-id"),
    ]);
    const isChange = isGood(answer.status) && method !== "GET" && !CHANGE_NOTHING.has(id);
    if (method !== "GET") {
      expect(entries, `${id} ${answer.status}`).toHaveLength(isChange ? 1 : 0);
    }
    if (isChange) recorded.add(id);
    const schema = schemas.get(`${id} ${answer.status}`);
    if (!isGood(answer.status) || schema === undefined) continue;
    expect(schema.parse(answer.body), id).toEqual(answer.body);
    looked.add(id);
  }
  expect(looked.size).toBeGreaterThan(30);
  expect(recorded.size).toBeGreaterThan(20);
});

/** Texts that end strings, lines, pages and statements, and some that no database keeps. */
const HOSTILE_TEXTS = [
  ...["a\u0000b", "\ud800", "\u0007\u001b[31m\u202egpj.exe\r\nset-cookie: a=b"],
  ...["'; DROP TABLE app.account; --", "<script>alert(1)</script>"],
];

test("control characters, scripts and statements in a body are text or refused, and nothing else [3.66, 4.45]", async () => {
  const kept: string[] = [];
  let asked = 0;
  for (const { id, method, path, access, body } of OPERATIONS) {
    if (body === undefined || (access?.kind === "own" && access.isLast)) continue;
    const good = (await make(access?.body, undefined)) as Record<string, unknown>;
    const texts = Object.keys(good).filter((name) => typeof good[name] === "string");
    const ask = access?.kind === "role" ? world.actors.admin : world.owner.ask;
    // An account owns so many organisations and no more.
    await world.sql("DELETE FROM app.organisation");
    const places = texts.length === 0 ? {} : nowhere(await make(access?.places, {}));
    for (const name of texts) {
      for (const text of HOSTILE_TEXTS) {
        const answer = await ask(method, at(path, places), { ...good, [name]: text });
        expect(answer.status, `${id} ${name} ${JSON.stringify(text)}`).toBeLessThan(500);
        expect(answer.headers.get("set-cookie"), id).toBeNull();
        expect(answer.headers.get("content-type") ?? "application/json", id).toMatch(/json$/);
        if (isGood(answer.status) && text.includes("script")) kept.push(answer.text);
        asked += 1;
      }
    }
  }
  expect(asked).toBeGreaterThan(150);
  // What is kept is kept as it is, for whoever shows it to escape; nothing was carried out.
  expect(kept.filter((text) => text.includes("<script>alert(1)</script>")).length).toBeGreaterThan(
    1,
  );
  const [accounts] = await world.sql("SELECT count(*)::int AS count FROM app.account");
  expect(accounts?.count).toBeGreaterThan(3);
});
