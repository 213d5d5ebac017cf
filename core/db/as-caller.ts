import { type Kysely, sql, type Transaction } from "kysely";
import type { Caller } from "../identity/caller.ts";
import type { AppTables } from "./app.tables.ts";

/** Tables of schema `app` as the role of the API, of which nothing is used but transactions. */
export type CallerDb = Pick<Kysely<AppTables>, "transaction">;

/** What a caller may see and change, for as long as his transaction lasts. */
export type CallerTransaction = Transaction<AppTables>;

/**
 * Runs work in one transaction in which the database knows who is asking, so that row-level security
 * shows him his own rows and nothing else. The settings end with the transaction, whatever becomes of
 * it (check RL-3); without them no private row can be seen at all (issue 5, checks RL-1, RL-2).
 *
 * @throws whatever `work` throws, after all that it did was taken back
 */
export function asCaller<Answer>(
  db: CallerDb,
  caller: Caller,
  work: (transaction: CallerTransaction) => Promise<Answer>,
): Promise<Answer> {
  const { accountId, roles, organisationId } = settingsOf(caller);
  return db.transaction().execute(async (transaction) => {
    await sql`SELECT set_config('app.account_id', ${accountId}, true),
      set_config('app.roles', ${roles}, true),
      set_config('app.organisation_id', ${organisationId}, true)`.execute(transaction);
    return work(transaction);
  });
}

function settingsOf(caller: Caller) {
  if (caller.kind === "anonymous") return { accountId: "", roles: "", organisationId: "" };
  return {
    accountId: caller.accountId,
    roles: caller.roles.join(","),
    organisationId: caller.kind === "api_key" ? (caller.organisationId ?? "") : "",
  };
}
