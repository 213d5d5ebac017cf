import type pg from "pg";
import type { RepairKind } from "../../core/db/app.tables.ts";

/** What was found wrong. */
export type RepairRequest = {
  chainId: number;
  kind: RepairKind;
  /** What was seen, in words; shown to operators. */
  reason: string;
  /** First block whose rows and cached answers are not to be trusted. */
  fromBlock: bigint;
  /** Last block that was seen to be wrong. */
  toBlock: bigint;
};

/** A row of `app.repair`. */
export type Repair = RepairRequest & {
  id: number;
  openedAt: Date;
  /** When the writer was first stopped for it; null before. */
  startedAt: Date | null;
  /** Schema that was published when the repair began; null before. */
  releaseBefore: string | null;
  /** Schema that is built in its place; null before. */
  releaseAfter: string | null;
  finishedAt: Date | null;
  outcome: string | null;
};

/** One connection or a pool of them. */
type Queryable = Pick<pg.ClientBase, "query">;

const COLUMNS = `id, chain_id AS "chainId", kind, reason, from_block::text AS "fromBlock",
  to_block::text AS "toBlock", opened_at AS "openedAt", started_at AS "startedAt",
  release_before AS "releaseBefore", release_after AS "releaseAfter",
  finished_at AS "finishedAt", outcome`;

type Row = Omit<Repair, "fromBlock" | "toBlock"> & { fromBlock: string; toBlock: string };

const toRepair = (row: Row): Repair => ({
  ...row,
  fromBlock: BigInt(row.fromBlock),
  toBlock: BigInt(row.toBlock),
});

/**
 * Opens a repair, or widens the open one of the same chain and kind: readiness is off and the
 * journal stands still from the commit on, until `finishRepair`.
 */
export async function openRepair(db: Queryable, request: RepairRequest): Promise<Repair> {
  const { chainId, kind, reason, fromBlock, toBlock } = request;
  const { rows } = await db.query<Row>(
    `INSERT INTO app.repair AS repair (chain_id, kind, reason, from_block, to_block)
     VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (chain_id, kind) WHERE finished_at IS NULL DO UPDATE SET
       from_block = least(repair.from_block, excluded.from_block),
       to_block = greatest(repair.to_block, excluded.to_block)
     RETURNING ${COLUMNS}`,
    [chainId, kind, reason, fromBlock, toBlock],
  );
  return toRepair(expectRow(rows));
}

/** The oldest repair of a chain that is not finished. */
export async function findOpenRepair(db: Queryable, chainId: number): Promise<Repair | undefined> {
  const [oldest] = await findOpenRepairs(db, chainId);
  return oldest;
}

/** All repairs of a chain that are not finished, oldest first. */
export async function findOpenRepairs(db: Queryable, chainId: number): Promise<Repair[]> {
  const { rows } = await db.query<Row>(
    `SELECT ${COLUMNS} FROM app.repair
     WHERE chain_id = $1 AND finished_at IS NULL ORDER BY id`,
    [chainId],
  );
  return rows.map(toRepair);
}

/** The schema that the last finished repair has put in the place of this one, if any did. */
export async function findSuccessor(db: Queryable, schema: string): Promise<string | undefined> {
  const { rows } = await db.query<{ schema: string }>(
    `SELECT release_after AS schema FROM app.repair
     WHERE release_before = $1 AND finished_at IS NOT NULL ORDER BY id DESC LIMIT 1`,
    [schema],
  );
  return rows[0]?.schema;
}

/** Notes that work on a repair has begun: what was published, and what is built in its place. */
export async function startRepair(
  db: Queryable,
  id: number,
  releases: { before: string | null; after: string },
): Promise<Repair> {
  const { rows } = await db.query<Row>(
    `UPDATE app.repair SET started_at = coalesce(started_at, now()),
       release_before = coalesce(release_before, $2), release_after = $3
     WHERE id = $1 AND finished_at IS NULL RETURNING ${COLUMNS}`,
    [id, releases.before, releases.after],
  );
  return toRepair(expectRow(rows));
}

/**
 * Closes a repair with what was done in words.
 *
 * @throws Error when it was closed, or widened to blocks below `repair.fromBlock`, meanwhile
 */
export async function finishRepair(
  db: Queryable,
  repair: Pick<Repair, "id" | "fromBlock">,
  outcome: string,
): Promise<Repair> {
  const { rows } = await db.query<Row>(
    `UPDATE app.repair SET finished_at = now(), outcome = $2
     WHERE id = $1 AND finished_at IS NULL AND from_block >= $3 RETURNING ${COLUMNS}`,
    [repair.id, outcome, repair.fromBlock],
  );
  return toRepair(expectRow(rows));
}

function expectRow(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error("the repair was closed or widened by another process");
  return row;
}
