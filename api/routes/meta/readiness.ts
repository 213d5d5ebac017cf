import type { z } from "@hono/zod-openapi";
import type { Position, Snapshot } from "../../../core/db/consistent-read.ts";
import { DomainError } from "../../../core/errors.ts";
import { countUndecidedLogs, isIndexerReady } from "../../../core/queries/freshness.ts";
import { readTrust, type Trust } from "../../../core/queries/trust.ts";
import type { ApiDeps } from "../../deps.ts";
import { lagOf } from "../../http/meta.ts";
import type { Ready, ReadyCheck } from "./meta.contract.ts";

type Check = z.output<typeof ReadyCheck>;

/** A gateway that has not written for so long does not run; the index then falls behind by itself. */
const GATEWAY_SILENT_SECONDS = 60;

const check = (name: string, isOk: boolean, detail: string): Check => ({ name, isOk, detail });

/**
 * Every condition under which answers can be trusted: database, release, indexer, a fresh head, a
 * small lag, a chain that moves, no log that nobody understands, no repair, no alarm of the guard, no
 * row that differs from the contracts, and a gateway that can prove. Whatever cannot be found out
 * counts as no.
 */
export async function checkReadiness(deps: ApiDeps): Promise<z.output<typeof Ready>> {
  const checks = await readChecks(deps);
  return { isReady: checks.every(({ isOk }) => isOk), checks };
}

/** One pause of a disk or of the machine is no trouble of the database; a second one in a row is. */
const ATTEMPTS = 2;

async function readChecks(deps: ApiDeps, attempt = 1): Promise<Check[]> {
  try {
    return await deps.database.readForHealth(async (snapshot) =>
      checkCondition(deps, snapshot.position, await readCondition(snapshot)),
    );
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.code === "QUERY_TIMEOUT" && attempt < ATTEMPTS) return readChecks(deps, attempt + 1);
    if (error.code !== "NOT_PUBLISHED") return [check("database", false, error.message)];
    return [check("database", true, "reachable"), check("release", false, error.message)];
  }
}

/** What a snapshot shows of the indexer and of those who watch it. */
export type Condition = {
  trust: Trust;
  /** Logs that nobody has decided about. */
  undecided: bigint;
  /** Whether the indexer follows the chain. */
  isLive: boolean;
};

/** Reads what readiness depends on beside the position; the status tells it too. */
export async function readCondition({ indexed, app, position }: Snapshot): Promise<Condition> {
  return {
    trust: await readTrust(app, position.chainId),
    undecided: await countUndecidedLogs(app, position.chainId),
    isLive: await isIndexerReady(indexed),
  };
}

/** The conditions on what a snapshot has shown; also what the status gives as reasons. */
export function checkCondition(
  { settings, addressBook, now }: ApiDeps,
  position: Position,
  { trust, undecided, isLive }: Condition,
): Check[] {
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
    ...checkTrust(trust, settings.readyMaxStallSeconds, now()),
  ];
}

function checkTrust(trust: Trust, maxStallSeconds: number, now: Date): Check[] {
  const { chainMovedAt, openRepairs, alarms, stateAudit, gateway } = trust;
  const stalled = chainMovedAt === null ? undefined : secondsBetween(chainMovedAt, now);
  return [
    check(
      "chain_moves",
      stalled !== undefined && stalled <= maxStallSeconds,
      stalled === undefined ? "never seen" : `last new block ${stalled} s ago`,
    ),
    check(
      "repairs",
      openRepairs.length === 0,
      openRepairs.map(({ kind, reason }) => `${kind}: ${reason}`).join("; ") || "none open",
    ),
    check(
      "alarms",
      alarms.length === 0,
      alarms.map(({ name, detail }) => `${name}: ${detail}`).join("; ") || "none",
    ),
    check(
      "state_audit",
      stateAudit === null || stateAudit.differences === 0,
      stateAudit === null
        ? "not yet"
        : `${stateAudit.differences} differences in ${stateAudit.comparedFields} fields at block ${stateAudit.blockNumber}`,
    ),
    checkGateway(gateway, now),
  ];
}

function checkGateway(gateway: Trust["gateway"], now: Date): Check {
  if (gateway === null) return check("gateway", true, "none runs");
  const age = secondsBetween(gateway.at, now);
  if (age > GATEWAY_SILENT_SECONDS) return check("gateway", true, `none runs for ${age} s`);
  return check("gateway", gateway.isReady, gateway.reason ?? `proved to block ${gateway.head}`);
}

function secondsBetween(earlier: Date, later: Date): number {
  return Math.max(0, Math.floor((later.getTime() - earlier.getTime()) / 1_000));
}
