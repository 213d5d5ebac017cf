import type { AppDb } from "../db/app.ts";

/** Ranges of blocks that are listed by depth of proof, newest first. */
const LISTED_RANGES = 20;

/** What the guard, the gateway and the supervisor say about whether the index can be trusted. */
export type Trust = {
  /** When the newest block was last another one than before; null until the chain was seen. */
  chainMovedAt: Date | null;
  openRepairs: { kind: string; reason: string; fromBlock: bigint; openedAt: Date }[];
  alarms: { name: string; detail: string; raisedAt: Date }[];
  /** The last comparison of rows with contracts; null before the first. */
  stateAudit: {
    blockNumber: bigint;
    blockHash: string;
    comparedRows: number;
    comparedFields: bigint;
    postponedRows: number;
    differences: number;
    finishedAt: Date;
  } | null;
  /** Null where no gateway has ever run. */
  gateway: { isReady: boolean; reason: string | null; head: bigint | null; at: Date } | null;
};

/** Reads everything that can turn readiness off beside the index itself. */
export async function readTrust(app: AppDb, chainId: number): Promise<Trust> {
  const heads = await app
    .selectFrom("chainHead")
    .select("movedAt")
    .where("chainId", "=", chainId)
    .executeTakeFirst();
  const openRepairs = await app
    .selectFrom("repair")
    .select(["kind", "reason", "fromBlock", "openedAt"])
    .where("chainId", "=", chainId)
    .where("finishedAt", "is", null)
    .orderBy("id")
    .execute();
  const alarms = await app
    .selectFrom("alarm")
    .select(["name", "detail", "raisedAt"])
    .where("chainId", "=", chainId)
    .orderBy("raisedAt")
    .orderBy("name")
    .execute();
  const stateAudit = await app
    .selectFrom("stateAudit")
    .select(["blockNumber", "blockHash", "comparedRows", "comparedFields", "postponedRows"])
    .select(["differences", "finishedAt"])
    .where("chainId", "=", chainId)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  const gateway = await app
    .selectFrom("gatewayState")
    .select(["isReady", "reason", "head", "at"])
    .where("chainId", "=", chainId)
    .executeTakeFirst();
  return {
    chainMovedAt: heads?.movedAt ?? null,
    openRepairs,
    alarms,
    stateAudit: stateAudit ?? null,
    gateway: gateway ?? null,
  };
}

/** What the gateway thinks of each provider, known by host. */
export function listProviders(app: AppDb, chainId: number) {
  return app
    .selectFrom("providerState")
    .select(["host", "isBenched", "reason", "benches", "refused", "head", "at"])
    .where("chainId", "=", chainId)
    .orderBy("host")
    .execute();
}

/** The newest ranges of blocks whose logs are proved, with the depth of their proof. */
export function listProvedRanges(app: AppDb, chainId: number) {
  return app
    .selectFrom("provedRange")
    .select(["fromBlock", "toBlock", "proof"])
    .where("chainId", "=", chainId)
    .orderBy("toBlock", "desc")
    .limit(LISTED_RANGES)
    .execute();
}
