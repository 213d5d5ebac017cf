import { createHash, randomBytes } from "node:crypto";
import { sql } from "kysely";
import { asCaller, type CallerDb, type CallerTransaction } from "../db/as-caller.ts";
import { ANONYMOUS } from "../identity/caller.ts";

/** A secret is 256 random bits; what is longer or shorter was never one. */
const SECRET = /^[\w-]{43}$/;

const newSecret = () => randomBytes(32).toString("base64url");
const hashOf = (secret: string) => createHash("sha256").update(secret).digest();

/** Makes the secret of a link that opens the page of queues once, within a minute. */
export async function createQueuePageSecret(
  transaction: CallerTransaction,
  accountId: string,
): Promise<string> {
  const secret = newSecret();
  await sql`INSERT INTO app.queue_page_visit (link_hash, account_id)
    VALUES (${hashOf(secret)}, ${accountId})`.execute(transaction);
  return secret;
}

/** Opens a link; returns the secret of the visit, or undefined when the link is not good any more. */
export async function openQueuePage(db: CallerDb, secret: string): Promise<string | undefined> {
  if (!SECRET.test(secret)) return undefined;
  const visit = newSecret();
  const { rows } = await asCaller(db, ANONYMOUS, (transaction) =>
    sql<{ isOpen: boolean }>`
      SELECT app.open_queue_page(${hashOf(secret)}, ${hashOf(visit)}) AS is_open`.execute(
      transaction,
    ),
  );
  return rows[0]?.isOpen === true ? visit : undefined;
}

/** The administrator whose visit goes on; undefined for nobody. */
export async function findQueueVisitor(db: CallerDb, visit: string): Promise<string | undefined> {
  if (!SECRET.test(visit)) return undefined;
  const { rows } = await asCaller(db, ANONYMOUS, (transaction) =>
    sql<{ accountId: string | null }>`
      SELECT app.queue_page_account(${hashOf(visit)}) AS account_id`.execute(transaction),
  );
  return rows[0]?.accountId ?? undefined;
}
