import type { z } from "@hono/zod-openapi";
import type { Snapshot } from "../../../core/db/consistent-read.ts";
import { DomainError } from "../../../core/errors.ts";
import { countUndecidedLogs, isIndexerReady } from "../../../core/queries/freshness.ts";
import type { ApiDeps } from "../../deps.ts";
import { lagOf } from "../../http/meta.ts";
import type { Ready, ReadyCheck } from "./meta.contract.ts";

type Check = z.output<typeof ReadyCheck>;

const check = (name: string, isOk: boolean, detail: string): Check => ({ name, isOk, detail });

/**
 * Every condition under which answers can be trusted: database, release, indexer, a fresh head, a
 * small lag, and no log that nobody understands. Whatever cannot be found out counts as no.
 */
export async function checkReadiness(deps: ApiDeps): Promise<z.output<typeof Ready>> {
  const checks = await readChecks(deps);
  return { isReady: checks.every(({ isOk }) => isOk), checks };
}

async function readChecks(deps: ApiDeps): Promise<Check[]> {
  try {
    return await deps.database.readForHealth((snapshot) => checkSnapshot(deps, snapshot));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.code !== "NOT_PUBLISHED") return [check("database", false, error.message)];
    return [check("database", true, "reachable"), check("release", false, error.message)];
  }
}

async function checkSnapshot(
  { settings, addressBook, now }: ApiDeps,
  { indexed, app, position }: Snapshot,
): Promise<Check[]> {
  const undecided = await countUndecidedLogs(app, position.chainId);
  const isLive = await isIndexerReady(indexed);
  const { heads, chainId } = position;
  const lag = lagOf(position, now());
  const headAge = heads === null ? undefined : secondsBetween(heads.at, now());
  return [
    check("database", true, "reachable"),
    check("release", true, position.release),
    check(
      "chain",
      chainId === addressBook.chainId,
      `index of chain ${chainId}, configured ${addressBook.chainId}`,
    ),
    check("indexer", isLive, isLive ? "follows the chain" : "still catching up"),
    check(
      "chain_head",
      headAge !== undefined && headAge <= settings.readyMaxHeadAgeSeconds,
      headAge === undefined ? "never seen" : `seen ${headAge} s ago`,
    ),
    check(
      "index_lag",
      lag !== null && lag.seconds <= BigInt(settings.readyMaxLagSeconds),
      lag === null ? "unknown" : `${lag.blocks} blocks, ${lag.seconds} s`,
    ),
    check("unknown_logs", undecided === 0n, `${undecided} undecided`),
  ];
}

function secondsBetween(earlier: Date, later: Date): number {
  return Math.max(0, Math.floor((later.getTime() - earlier.getTime()) / 1_000));
}
