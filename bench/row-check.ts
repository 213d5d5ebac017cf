import type pg from "pg";
import { COVERAGE } from "../src/protocol/coverage.ts";
import type { ContractKind } from "../src/protocol/states.ts";
import type { Contender } from "./contender.ts";

/** What an index holds, in a form that two of them can be compared by. */
export type IndexContent = {
  /** Count and order-free checksum of the logs of marketplaces, escrows and agent contracts. */
  logs: string;
  logCount: number;
  /** The same of the transfers from and to these contracts. */
  transfers: string;
  transferCount: number;
  /** Rows of all tables together. */
  rows: number;
};

/** Names of Ponder's sources by kind of contract. */
const SOURCES: Record<Exclude<ContractKind, "token">, string> = {
  marketplace: "Marketplace",
  escrow: "Escrow",
  agentEscrow: "AgentEscrow",
  entitlement: "Entitlement",
};

/** Names of events that the indexer leaves out on purpose. */
export const IGNORED_EVENTS: ReadonlySet<string> = new Set(
  Object.keys(SOURCES).flatMap((kind) =>
    Object.entries(COVERAGE[kind as ContractKind])
      .filter(([, coverage]) => coverage.handling === "ignored")
      .map(([event]) => event),
  ),
);

/** A checksum that does not depend on the order of the rows. */
const CHECKSUM =
  "count(*) AS count, coalesce(sum(hashtextextended(concat(block_number, '-', log_index), 0)), 0) AS sum";

type Checksum = { count: string; sum: string };

/** Reads what a contender has indexed. */
export async function readContent(
  client: pg.Client,
  contender: Contender,
  schema: string,
): Promise<IndexContent> {
  const isOurs = contender.project === "ours";
  const [logs, transfers] = await Promise.all(
    isOurs
      ? [
          checksum(client, `"${schema}".activity`),
          checksum(client, `"${schema}".token_movement WHERE NOT is_internal`),
        ]
      : [
          checksum(client, `"${schema}".event WHERE source = ANY ($1) AND name <> ALL ($2)`, [
            Object.values(SOURCES),
            [...IGNORED_EVENTS],
          ]),
          // A transfer between two of our contracts is delivered by both sources.
          checksum(
            client,
            `(SELECT DISTINCT block_number, log_index FROM "${schema}".event
              WHERE source IN ('TokenIn', 'TokenOut')) AS transfer`,
          ),
        ],
  );
  if (logs === undefined || transfers === undefined) throw new Error("no checksum");
  return {
    logs: `${logs.count}/${logs.sum}`,
    logCount: Number(logs.count),
    transfers: `${transfers.count}/${transfers.sum}`,
    transferCount: Number(transfers.count),
    rows: await countRows(client, schema),
  };
}

async function checksum(
  client: pg.Client,
  from: string,
  values: unknown[] = [],
): Promise<Checksum | undefined> {
  const { rows } = await client.query<Checksum>(`SELECT ${CHECKSUM} FROM ${from}`, values);
  return rows[0];
}

async function countRows(client: pg.Client, schema: string): Promise<number> {
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = $1 AND table_type = 'BASE TABLE'
       AND table_name NOT LIKE '\\_%'`,
    [schema],
  );
  let total = 0;
  for (const { name } of tables) {
    const { rows } = await client.query<{ count: string }>(
      `SELECT count(*) AS count FROM "${schema}"."${name}"`,
    );
    total += Number(rows[0]?.count ?? 0);
  }
  return total;
}
