import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { type AccessWorld, createAccessWorld, type Somebody } from "./support/access-world.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { asking } from "./support/signed-in.ts";

let server: PostgresServer;
let urls: Awaited<ReturnType<typeof createPublishedDatabase>>;
let api: TestApi;
let world: AccessWorld;
const mails: { to: string; kind: string }[] = [];

beforeAll(async () => {
  server = sharedPostgres();
  urls = await createPublishedDatabase(server.url);
  api = startApi(urls.api, { auth: {}, sendMail: (mail) => mails.push(mail) });
  world = await createAccessWorld(api, urls.admin);
});
afterAll(async () => {
  await api.close();
  await server.stop();
});

async function found(founder: Somebody, name = "Two Oaks"): Promise<string> {
  const made = await founder.ask("POST", "/v1/organisations", { name });
  return world.dataOf(made).organisationId ?? "";
}

async function admit(by: Somebody, id: string, newcomer: Somebody, role = "member") {
  const invited = await by.ask("POST", `/v1/organisations/${id}/invitations`, {
    role,
    wallet: newcomer.wallet,
  });
  const { invitationId } = world.dataOf(invited);
  return newcomer.ask("POST", `/v1/account/invitations/${invitationId}/accept`);
}

/** Statements as the API would make them for an account, whatever organisation it claims. */
const asApi = <Answer>(
  { accountId }: Pick<Somebody, "accountId">,
  organisation: string,
  work: (client: pg.Client) => Promise<Answer>,
): Promise<Answer> =>
  withClient(urls.api, async (client) => {
    await client.query("SELECT set_config('app.account_id', $1, false)", [accountId]);
    await client.query("SELECT set_config('app.organisation_id', $1, false)", [organisation]);
    return work(client);
  });

test("drafts, keys and jobs of an organisation are seen by its members and by nobody of another one [3.83]", async () => {
  const [ann, ben, carl] = [await world.join(), await world.join(), await world.join()];
  const [a, b] = [await found(ann), await found(carl, "Other")];
  expect((await admit(ann, a, ben)).status).toBe(200);

  const draft = { title: "Ours", document: {}, organisationId: a };
  const { draftId } = world.dataOf(await ann.ask("POST", "/v1/drafts", draft));
  await ann.ask("POST", "/v1/drafts", { title: "Mine", document: {} });
  const titles = async ({ ask }: Somebody, query = "") =>
    ((await ask("GET", `/v1/drafts${query}`)).body.data as { title: string }[]).map(
      ({ title }) => title,
    );
  expect(await titles(ann)).toEqual(["Mine"]);
  expect(await titles(ann, `?organisation=${a}`)).toEqual(["Ours"]);
  expect(await titles(ben, `?organisation=${a}`)).toEqual(["Ours"]);
  const change = { title: "Ben's turn", document: {}, revision: 1 };
  expect((await ben.ask("PUT", `/v1/drafts/${draftId}`, change)).status).toBe(200);
  for (const [method, path, body] of [
    ["GET", `/v1/drafts?organisation=${a}`, undefined],
    ["POST", "/v1/drafts", draft],
    ["POST", "/v1/keys", { name: "k", organisationId: a }],
    ["GET", `/v1/keys?organisation=${a}`, undefined],
  ] as const) {
    expect(await carl.ask(method, path, body), path).toMatchObject({
      status: 404,
      body: { code: "ORGANISATION_NOT_FOUND" },
    });
  }
  expect((await carl.ask("GET", `/v1/drafts/${draftId}`)).status).toBe(404);

  // A key of the organisation sees what is its, and nothing of whoever made it.
  const made = await ben.ask("POST", "/v1/keys", { name: "Robot", organisationId: a });
  const key = world.dataOf(made);
  const robot = asking(api, { "x-api-key": key.secret ?? "" });
  await ben.ask("POST", "/v1/drafts", { title: "Ben's own", document: {} });
  expect((await robot("GET", "/v1/drafts")).body.data).toMatchObject([{ draftId }]);
  expect((await robot("GET", `/v1/drafts?organisation=${b}`)).status).toBe(404);
  expect((await robot("GET", "/v1/audit")).status).toBe(403);
  const wide = { name: "k", organisationId: a, scopes: ["account:read"] };
  expect((await ben.ask("POST", "/v1/keys", wide)).status).toBe(400);
  expect((await ann.ask("GET", `/v1/keys?organisation=${a}`)).body.data).toMatchObject([
    { keyId: key.keyId, organisationId: a },
  ]);

  await asApi(ben, a, (client) =>
    client.query(
      "SELECT app.add_job('mail.send', 'delivery', $1, '{}', 1, 1, '0', $2::uuid, NULL)",
      [randomUUID(), ben.accountId],
    ),
  );
  const rowsOf = (who: Somebody, claimed: string, table: string) =>
    asApi(
      who,
      claimed,
      async (client) =>
        (await client.query(`SELECT FROM app.${table} WHERE organisation_id = $1`, [a])).rowCount,
    );
  for (const [table, count] of [
    ["listing_draft", 1],
    ["job", 1],
    ["organisation_member", 2],
    ["organisation", 1],
  ] as const) {
    expect(await rowsOf(ann, "", table), table).toBe(count);
    expect(await rowsOf(ben, a, table), table).toBe(count);
    // Neither his own name nor that of the organisation lets a stranger in.
    for (const claimed of ["", a, b]) expect(await rowsOf(carl, claimed, table), table).toBe(0);
  }
  const stolen = asApi(carl, a, (client) =>
    client.query(
      "INSERT INTO app.listing_draft (account_id, organisation_id, title, document) VALUES ($1, $2, 'x', '{}')",
      [carl.accountId, a],
    ),
  );
  await expect(stolen).rejects.toThrow("row-level security");
  await expect(
    asApi(ben, "", (client) =>
      client.query("UPDATE app.listing_draft SET organisation_id = $1", [a]),
    ),
  ).rejects.toThrow("permission denied");

  // Whoever is removed loses all of it at once, his keys included.
  expect((await ann.ask("DELETE", `/v1/organisations/${a}/members/${ben.accountId}`)).status).toBe(
    200,
  );
  expect((await robot("GET", "/v1/drafts")).status).toBe(401);
  expect((await ben.ask("GET", `/v1/drafts/${draftId}`)).status).toBe(404);
});

test("an invitation is for one wallet or one address, is used once, and gives no more than its author has", async () => {
  const [owner, admin, guest] = [await world.join(), await world.join(), await world.join()];
  const id = await found(owner);
  await admit(owner, id, admin, "admin");
  const path = `/v1/organisations/${id}/invitations`;
  expect(await admin.ask("POST", path, { role: "owner", wallet: guest.wallet })).toMatchObject({
    status: 403,
  });
  const first = world.dataOf(await admin.ask("POST", path, { wallet: guest.wallet }));
  const second = world.dataOf(
    await admin.ask("POST", path, { role: "admin", wallet: guest.wallet }),
  );
  expect((await guest.ask("GET", "/v1/account/invitations")).body.data).toMatchObject([
    { invitationId: second.invitationId, role: "admin" },
  ]);
  const answer = (invitationId: string | undefined) =>
    guest.ask("POST", `/v1/account/invitations/${invitationId}/accept`);
  expect((await answer(first.invitationId)).status).toBe(404);
  const both = await Promise.all([answer(second.invitationId), answer(second.invitationId)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 404]);

  const email = `${randomUUID()}@example.org`;
  expect((await owner.ask("POST", path, { email })).status).toBe(201);
  expect(mails).toContainEqual({ kind: "invited", to: email });
  const reader = await world.join();
  const read = async () => (await reader.ask("GET", "/v1/account/invitations")).body.data;
  await world.sql("UPDATE app.account SET email = $2 WHERE account_id = $1", [
    reader.accountId,
    email,
  ]);
  expect(await read(), "an address that nobody has verified").toEqual([]);
  await world.sql("UPDATE app.account SET email_verified_at = now() WHERE account_id = $1", [
    reader.accountId,
  ]);
  const [invited] = (await read()) as { invitationId: string }[];
  await world.sql("UPDATE app.organisation_invitation SET expires_at = now()");
  expect(await read()).toEqual([]);
  const late = `/v1/account/invitations/${invited?.invitationId}/accept`;
  expect((await reader.ask("POST", late)).status).toBe(404);
  expect((await owner.ask("POST", path, {})).status).toBe(400);
  const actions = await world.sql(
    "SELECT action FROM app.audit_entry WHERE actor_id = $1 ORDER BY sequence",
    [guest.accountId],
  );
  expect(actions).toEqual([
    { action: "session.open" },
    { action: "organisation_invitation.accept" },
  ]);
});

test("an organisation keeps an owner, whoever leaves or deletes his account, and goes with its last member", async () => {
  const [ann, ben] = [await world.join(), await world.join()];
  const id = await found(ann);
  await admit(ann, id, ben);
  const memberPath = ({ accountId }: Somebody) => `/v1/organisations/${id}/members/${accountId}`;
  const draft = { title: "Ours", document: {}, organisationId: id };
  const { draftId } = world.dataOf(await ann.ask("POST", "/v1/drafts", draft));
  const refused = { status: 409, body: { code: "LAST_OWNER" } };
  expect(await ann.ask("DELETE", memberPath(ann))).toMatchObject(refused);
  expect(await ann.ask("PATCH", memberPath(ann), { role: "member" })).toMatchObject(refused);
  expect(await ann.ask("DELETE", "/v1/account")).toMatchObject(refused);
  expect((await ben.ask("PATCH", memberPath(ben), { role: "owner" })).status).toBe(403);
  expect((await ben.ask("DELETE", memberPath(ann))).status).toBe(403);
  expect((await ben.ask("DELETE", `/v1/organisations/${id}`)).status).toBe(403);

  expect((await ann.ask("PATCH", memberPath(ben), { role: "owner" })).status).toBe(200);
  // Of two owners who leave at once, one stays.
  const leaving = await Promise.all([
    ann.ask("DELETE", memberPath(ann)),
    ben.ask("PATCH", memberPath(ben), { role: "admin" }),
  ]);
  expect(leaving.map(({ status }) => status).sort()).toEqual([200, 409]);
  await world.sql(
    `INSERT INTO app.organisation_member VALUES ($1, $2, 'member'), ($1, $3, 'member')
     ON CONFLICT DO NOTHING`,
    [id, ann.accountId, ben.accountId],
  );
  await world.sql("UPDATE app.organisation_member SET role = 'owner' WHERE organisation_id = $1", [
    id,
  ]);
  // What she began for the organisation stays with it.
  expect((await ann.ask("DELETE", "/v1/account")).status).toBe(204);
  expect((await ben.ask("GET", `/v1/drafts/${draftId}`)).status).toBe(200);
  expect((await ben.ask("DELETE", "/v1/account")).status).toBe(204);
  for (const table of ["organisation", "organisation_member", "listing_draft"]) {
    const left = await world.sql(`SELECT FROM app.${table} WHERE organisation_id = $1`, [id]);
    expect(left, table).toEqual([]);
  }
});

test("owners read what was done in their organisation, by whom and not from where, and nobody else does (RL-1)", async () => {
  const [owner, member, stranger] = [await world.join(), await world.join(), await world.join()];
  const id = await found(owner);
  const other = await found(stranger, "Other");
  await admit(owner, id, member);
  const draft = { title: "Ours", document: {}, organisationId: id };
  const { draftId } = world.dataOf(await member.ask("POST", "/v1/drafts", draft));
  await member.ask("POST", "/v1/drafts", { title: "Mine", document: {} });
  const key = world.dataOf(
    await member.ask("POST", "/v1/keys", { name: "Robot", organisationId: id }),
  );
  const robot = asking(api, { "x-api-key": key.secret ?? "" });
  const change = { title: "By a program", document: {}, revision: 1 };
  expect((await robot("PUT", `/v1/drafts/${draftId}`, change)).status).toBe(200);
  expect((await member.ask("DELETE", `/v1/drafts/${draftId}`)).status).toBe(200);
  await member.ask("DELETE", `/v1/organisations/${id}/members/${member.accountId}`);

  type Entry = Record<string, unknown> & { actor: Record<string, unknown> };
  const path = `/v1/organisations/${id}/audit`;
  const read = async ({ ask }: Somebody, query = "") => {
    const { body } = await ask("GET", `${path}${query}`);
    return body as { data: Entry[]; page: { nextCursor: string | null } };
  };
  const { data } = await read(owner);
  expect(data.map(({ action }) => action)).toEqual([
    ...["organisation_member.leave", "draft.delete", "draft.replace", "api_key.create"],
    ...["draft.create", "organisation_invitation.accept", "organisation_invitation.create"],
    "organisation.create",
  ]);
  expect(data[2]?.actor).toMatchObject({
    ...{ accountId: member.accountId, credential: `api_key ${key.keyId}` },
  });
  expect(data.flatMap((entry) => Object.keys(entry))).not.toContain("client");
  expect(data.flatMap((entry) => Object.keys(entry))).not.toContain("userAgent");
  const first = await read(owner, "?limit=5");
  const rest = await read(owner, `?limit=5&cursor=${first.page.nextCursor}`);
  expect([...first.data, ...rest.data]).toEqual(data);
  expect((await read(owner, `?actor=${owner.accountId}`)).data).toHaveLength(2);

  // His own log is about what he did himself.
  const own = (await owner.ask("GET", "/v1/audit")).body.data as Entry[];
  expect(new Set(own.map(({ actor }) => actor.accountId))).toEqual(new Set([owner.accountId]));
  for (const outsider of [stranger, member]) {
    expect((await outsider.ask("GET", path)).status).toBe(404);
    const seen = await asApi(outsider, other, async (client) => {
      const { rows } = await client.query(
        "SELECT FROM app.audit_entry WHERE (organisation_id = $1 OR entity_id = $2) AND actor_id <> $3",
        [id, id, outsider.accountId],
      );
      return rows.length;
    });
    expect(seen).toBe(0);
    const forged = asApi(outsider, "", (client) =>
      client.query(
        `INSERT INTO app.audit_entry (actor_kind, actor_id, action, entity, entity_id, organisation_id)
         VALUES ('account', $1, 'draft.delete', 'listing_draft', 'x', $2)`,
        [outsider.accountId, id],
      ),
    );
    await expect(forged).rejects.toThrow("row-level security");
  }
  const again = await world.join();
  await admit(owner, id, again);
  expect((await again.ask("GET", path)).status).toBe(403);

  // Entries of organisations are in the chain like all others.
  const verdict = () =>
    world.sql("SELECT broken_at::text, fault FROM app.verify_audit_log(0, 100000)");
  expect(await verdict()).toEqual([{ broken_at: null, fault: null }]);
  const [kept] = await world.sql(
    "SELECT min(sequence)::text AS at FROM app.audit_entry WHERE organisation_id = $1",
    [id],
  );
  await world.sql("ALTER TABLE app.audit_entry DISABLE TRIGGER audit_entry_append_only");
  await world.sql("UPDATE app.audit_entry SET organisation_id = $1 WHERE sequence = $2", [
    ...[other, kept?.at],
  ]);
  expect(await verdict()).toEqual([{ broken_at: kept?.at, fault: "it was changed" }]);
  await world.sql("UPDATE app.audit_entry SET organisation_id = $1 WHERE sequence = $2", [
    ...[id, kept?.at],
  ]);
  await world.sql("ALTER TABLE app.audit_entry ENABLE TRIGGER audit_entry_append_only");
});
