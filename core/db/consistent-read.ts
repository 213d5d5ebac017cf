import type { Kysely } from "kysely";
import { DomainError } from "../errors.ts";
import { type AppDb, appDb } from "./app.ts";
import { decodeCheckpoint, type IndexedBlock } from "./checkpoint.ts";
import { type IndexedDb, indexedDb } from "./indexed.ts";

/** Newest, safe and final block of the chain, and when its node was asked. */
export type ChainHeads = {
  head: bigint;
  safe: bigint;
  final: bigint;
  headHash: string;
  safeHash: string;
  finalHash: string;
  at: Date;
};

/** Which state of which release an answer comes from. */
export type Position = {
  /** Schema of the release that was read. */
  release: string;
  buildId: string;
  chainId: number;
  indexed: IndexedBlock;
  /** Null until the guard has asked a node. */
  heads: ChainHeads | null;
};

/** One unchanging state of the database. */
export type Snapshot = { indexed: IndexedDb; app: AppDb; position: Position };

/** undefined_table and invalid_schema_name: nothing was published yet. */
const NOT_PUBLISHED = new Set(["42P01", "3F000"]);

/**
 * Runs reads that belong together on one snapshot of the database, which says where it stands. The
 * first statement takes a lock on the published views: a release waits until the reads are done,
 * and nobody sees half of one.
 *
 * @throws DomainError NOT_PUBLISHED while there is no release to read
 */
export function consistentRead<Answer>(
  db: Kysely<unknown>,
  work: (snapshot: Snapshot) => Promise<Answer>,
): Promise<Answer> {
  return db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(async (transaction) => {
      const indexed = indexedDb(transaction);
      const position = await readPosition(indexed, appDb(transaction));
      return work({ indexed, app: appDb(transaction), position });
    });
}

async function readPosition(indexed: IndexedDb, app: AppDb): Promise<Position> {
  const published = await findCheckpoint(indexed);
  if (published === undefined) {
    throw new DomainError("NOT_PUBLISHED", "No release of the index has been published yet.");
  }
  const chainId = Number(published.chainId);
  const heads = await app
    .selectFrom("chainHead")
    .select(["head", "safe", "final", "headHash", "safeHash", "finalHash", "at"])
    .where("chainId", "=", chainId)
    .executeTakeFirst();
  return {
    release: published.schemaName,
    buildId: published.buildId,
    chainId,
    indexed: decodeCheckpoint(published.latestCheckpoint),
    heads: heads ?? null,
  };
}

/** A release indexes one chain, so there is one checkpoint (deployments name one chain per file). */
async function findCheckpoint(indexed: IndexedDb) {
  try {
    return await indexed
      .selectFrom("_release")
      .innerJoin("_ponder_checkpoint as checkpoint", (join) => join.onTrue())
      .select([
        "_release.schemaName",
        "_release.buildId",
        "checkpoint.chainId",
        "checkpoint.latestCheckpoint",
      ])
      .orderBy("checkpoint.chainId")
      .limit(1)
      .executeTakeFirst();
  } catch (error) {
    if (error instanceof Error && "code" in error && NOT_PUBLISHED.has(String(error.code))) {
      return undefined;
    }
    throw error;
  }
}
