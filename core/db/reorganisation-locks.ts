import pg from "pg";

/** With this Ponder begins to take rows back: on one table after the other, each locked against readers. */
const DROPS_TRIGGER = /^DROP TRIGGER IF EXISTS "[^"]+" ON "([^"]+)"\./;

/** Whether a transaction begins or ends, or is taken back in part: locks may be gone. */
const BOUNDARY = /^\s*(begin|commit|rollback)/i;

/** Longest that one table is waited for while others are held, milliseconds. */
const PATIENCE_MS = 100;

/**
 * Locks every table that Ponder is about to lock, all or none. Whoever reads two tables in the other
 * order would otherwise wait for Ponder and Ponder for him: Postgres breaks that off only after a
 * second, and it may be the indexer that it breaks off. Here all locks are given up when one does not come
 * at once, and taken again when the reader has had time to finish; so a long query of an analyst delays
 * the indexer and no other reader for longer than the patience.
 */
const lockAll = (schema: string): string => `DO $$
DECLARE
  wanted text;
  before text := current_setting('lock_timeout');
  pause double precision := 0.02;
BEGIN
  SELECT string_agg(DISTINCT tgrelid::regclass::text, ', ') INTO wanted
  FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
  WHERE NOT tgisinternal AND relnamespace = to_regnamespace(${pg.escapeLiteral(pg.escapeIdentifier(schema))});
  WHILE wanted IS NOT NULL LOOP
    BEGIN
      PERFORM set_config('lock_timeout', '${PATIENCE_MS}ms', true);
      EXECUTE 'LOCK TABLE ' || wanted || ' IN ACCESS EXCLUSIVE MODE';
      PERFORM set_config('lock_timeout', before, true);
      EXIT;
    EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
      NULL;
    END;
    PERFORM pg_sleep(pause);
    pause := least(pause * 2, 0.5);
  END LOOP;
END $$`;

/** Of one connection of Ponder: which of its statements has to wait for all tables. */
export class ReorganisationLocks {
  #isTaken = false;

  /** What has to run before a statement of Ponder; undefined for nothing. */
  before(statement: string): string | undefined {
    if (BOUNDARY.test(statement)) this.#isTaken = false;
    if (this.#isTaken) return undefined;
    const schema = DROPS_TRIGGER.exec(statement)?.[1];
    if (schema === undefined) return undefined;
    this.#isTaken = true;
    return lockAll(schema);
  }
}
