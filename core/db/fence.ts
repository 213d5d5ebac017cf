import type pg from "pg";
import { ADVISORY_LOCK_CLASSES } from "./advisory-locks.ts";

/**
 * What an indexer shows to be allowed to write: its supervisor's token, which is held as an advisory
 * lock for as long as the supervisor's session lives, and the schema that it writes.
 */
export type Fence = { schema: string; token: number };

/** As it travels in the environment: schema, colon, token. */
export function formatFence({ schema, token }: Fence): string {
  return `${schema}:${token}`;
}

/** @throws Error when the text is no fence */
export function parseFence(text: string): Fence {
  const [, schema, token] = /^([a-z0-9_]+):(\d{1,10})$/.exec(text) ?? [];
  if (schema === undefined || token === undefined) throw new Error("malformed fence");
  return { schema, token: Number(token) };
}

/** The fence among the options that Ponder's pools hand to their client class. */
export function fenceOf(config: string | pg.ClientConfig | undefined): Fence | undefined {
  if (typeof config !== "object" || !("fence" in config)) return undefined;
  return config.fence as Fence | undefined;
}

/**
 * Whether a new connection may write. The order matters: it takes the name first by which the next
 * supervisor ends the connections of the last one, and looks for the token afterwards. So either the
 * next supervisor sees it, or it sees that the token is gone.
 */
export async function hasFence(client: pg.ClientBase, { schema, token }: Fence): Promise<boolean> {
  await client.query("SELECT set_config('application_name', $1, false)", [writerName(schema)]);
  const { rows } = await client.query<{ isHeld: boolean }>(
    `SELECT EXISTS (
       SELECT 1 FROM pg_locks
       WHERE locktype = 'advisory' AND granted AND objsubid = 2
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
         AND classid = $1 AND objid = $2
     ) AS "isHeld"`,
    [ADVISORY_LOCK_CLASSES.fence, token],
  );
  return rows[0]?.isHeld === true;
}

/** Application name of every connection with which a supervised indexer writes. */
export function writerName(schema: string): string {
  return `valyra_writer_${schema}`;
}
