import { randomUUID } from "node:crypto";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { SCOPE_NAMES } from "../../../core/keys/scopes.ts";
import { withClient } from "../../support/postgres.ts";
import type { TestApi } from "./api.ts";
import { bearer, signIn } from "./identity.ts";
import { type Ask, asking } from "./signed-in.ts";

/** Everybody who asks for what belongs to the owner. */
export const ACTORS = ["nobody", "user", "reviewer", "admin", "readKey", "fullKey"] as const;
export type Actor = (typeof ACTORS)[number];

/** What a key may do that reads for an analyst. */
export const READ_SCOPES = ["account:read", "keys:read"] as const;

/** Somebody who has signed in with a wallet of his own. */
export type Somebody = {
  ask: Ask;
  accountId: string;
  sessionId: string;
  wallet: `0x${string}`;
  /** Signs in once more. */
  again(): Promise<{ sessionId: string }>;
};

/** An owner with something private of each kind, and those who must not get at it. */
export type AccessWorld = {
  owner: Somebody;
  actors: Readonly<Record<Actor, Ask>>;
  reviewer: Somebody;
  admin: Somebody;
  /** Texts that stand in everything private of the owner and nowhere else. */
  canary: string;
  /** Somebody new, with an account of his own. */
  join(role?: "reviewer" | "admin"): Promise<Somebody>;
  /** What an answer is about; fails with the answer where it is a problem. */
  dataOf(answer: Awaited<ReturnType<Ask>>): Record<string, string>;
  /** Statements as the administrator of the database. */
  sql(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
};

/** Makes the world on an API whose signing in is real. */
export async function createAccessWorld(api: TestApi, adminUrl: string): Promise<AccessWorld> {
  const sql: AccessWorld["sql"] = (text, values = []) =>
    withClient(adminUrl, async (client) => (await client.query(text, values)).rows);

  async function join(role?: "reviewer" | "admin"): Promise<Somebody> {
    const wallet = privateKeyToAccount(generatePrivateKey());
    const { accessToken, accountId, sessionId } = await signIn(api, wallet);
    if (role !== undefined) {
      await sql("INSERT INTO app.account_role (account_id, role) VALUES ($1, $2)", [
        accountId,
        role,
      ]);
    }
    const ask = asking(api, bearer(accessToken));
    return { ask, accountId, sessionId, wallet: wallet.address, again: () => signIn(api, wallet) };
  }

  const dataOf: AccessWorld["dataOf"] = ({ status, body, text }) => {
    if (status >= 300) throw new Error(`${status}: ${text}`);
    return body.data as Record<string, string>;
  };

  const canary = `canary-${randomUUID()}`;
  const [owner, user] = [await join(), await join()];
  const [reviewer, admin] = [await join("reviewer"), await join("admin")];
  const keyOf = async (scopes: readonly string[]) => {
    const made = dataOf(await user.ask("POST", "/v1/keys", { name: "key", scopes }));
    return asking(api, { "x-api-key": made.secret ?? "" });
  };
  await owner.ask("PATCH", "/v1/account", { displayName: canary });
  return {
    ...{ owner, reviewer, admin, canary, join, dataOf, sql },
    actors: {
      nobody: asking(api),
      user: user.ask,
      reviewer: reviewer.ask,
      admin: admin.ask,
      readKey: await keyOf(READ_SCOPES),
      fullKey: await keyOf(SCOPE_NAMES),
    },
  };
}
