import type { Generated } from "kysely";

/** `app.release`: one row for each publication. */
export type ReleaseTable = {
  id: Generated<number>;
  schemaName: string;
  buildId: string;
  tableNames: string[];
  viewNames: string[];
  publishedAt: Generated<Date>;
  isCurrent: Generated<boolean>;
};

/** `app.chain_head`: newest, safe and final block of each chain. */
export type ChainHeadTable = {
  chainId: number;
  head: bigint;
  safe: bigint;
  final: bigint;
  headHash: string;
  safeHash: string;
  finalHash: string;
  at: Generated<Date>;
};

/** `app.unknown_log`: logs that no handler covers. */
export type UnknownLogTable = {
  chainId: number;
  contract: string;
  blockNumber: bigint;
  blockHash: string;
  logIndex: number;
  txHash: string;
  topic0: string | null;
  topics: string[];
  data: string;
  reason: string;
  foundAt: Generated<Date>;
  decidedAt: Date | null;
  decision: string | null;
};

/** `app.audit_range`: what the completeness check has compared. */
export type AuditRangeTable = {
  chainId: number;
  contract: string;
  fromBlock: bigint;
  toBlock: bigint;
  logs: number;
  checkedAt: Generated<Date>;
};

/** Tables of schema `app` by their names in queries. */
export type AppTables = {
  release: ReleaseTable;
  chainHead: ChainHeadTable;
  unknownLog: UnknownLogTable;
  auditRange: AuditRangeTable;
};
