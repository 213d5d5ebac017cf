import type { Generated } from "kysely";
import type { ContractKind } from "../../src/protocol/states.ts";
import type { DeliveryTables } from "./delivery.tables.ts";
import type { AccountTables } from "./identity.tables.ts";
import type { MetadataTables } from "./metadata.tables.ts";
import type { OrganisationTables } from "./organisation.tables.ts";
import type { TrustTables } from "./trust.tables.ts";
import type { UploadTables } from "./upload.tables.ts";
import type { ValuationTables } from "./valuation.tables.ts";

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
  movedAt: Generated<Date>;
};

/** `app.alarm`: reasons for which the index must not be trusted. */
export type AlarmTable = {
  chainId: number;
  name: string;
  detail: string;
  raisedAt: Generated<Date>;
  seenAt: Generated<Date>;
};

/** `app.state_audit`: comparisons of the rows with the contracts. */
export type StateAuditTable = {
  id: Generated<bigint>;
  chainId: number;
  blockNumber: bigint;
  blockHash: string;
  release: string;
  comparedRows: number;
  comparedFields: bigint;
  postponedRows: number;
  differences: number;
  startedAt: Date;
  finishedAt: Generated<Date>;
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

/** `app.journal_counter`: the one row that allots sequence numbers. */
export type JournalCounterTable = { isOnly: Generated<boolean>; lastSequence: bigint };

/** `app.journal_entry`: what happened, in the order in which readers hear of it. */
export type JournalEntryTable = {
  sequence: bigint;
  announcedSequence: bigint;
  status: JournalStatus;
  chainId: number;
  /** The next six are null for everything that is no event of the chain. */
  blockNumber: bigint | null;
  blockHash: string | null;
  logIndex: number | null;
  txHash: string | null;
  contract: `0x${string}` | null;
  event: string | null;
  kind: string;
  /** Null for everything else. */
  repairId: number | null;
  /** What happened in the service and not on the chain; null for everything else. */
  serviceEventId: bigint | null;
  listingKey: string | null;
  escrowKey: string | null;
  offerKey: string | null;
  actor: `0x${string}` | null;
  counterparty: `0x${string}` | null;
  payload: EventPayload | RepairPayload;
  occurredAt: Date;
  recordedAt: Generated<Date>;
};

/** What an entry says of what happened. */
export const JOURNAL_STATUSES = ["provisional", "final", "retracted"] as const;
export type JournalStatus = (typeof JOURNAL_STATUSES)[number];

/** The parts of an event that nobody searches by. */
type EventPayload = {
  /** Null, as all but `args`, for what happened in the service. */
  contractKind: ContractKind | null;
  sender: `0x${string}` | null;
  args: Record<string, unknown>;
  /** Base units as text, for JSON numbers are not exact. */
  amountUnits: string | null;
  token: `0x${string}` | null;
  tokenSymbol: string | null;
  tokenDecimals: number | null;
};

/** Why the index must be built anew; the indexer heals anything smaller by itself. */
export const REPAIR_KINDS = ["deep_reorganisation", "wrong_rows"] as const;
export type RepairKind = (typeof REPAIR_KINDS)[number];

/** What was wrong with the index, and what was done. */
type RepairPayload = {
  repairKind: RepairKind;
  reason: string;
  outcome: string;
  fromBlock: number;
  toBlock: number;
  /** RFC 3339 in UTC. */
  openedAt: string;
};

/** `app.listing_document`: what text search knows of each listing. */
export type ListingDocumentTable = {
  chainId: number;
  contract: `0x${string}`;
  listingId: bigint;
  title: string;
  folded: string;
  /** Made by the database; for its operators only. */
  words: Generated<string>;
  /** Folded words of category, tags and description. */
  context: Generated<string>;
  allWords: Generated<string>;
  folding: number;
  createdBlock: bigint;
};

/** `app.listing_document_cursor`: one row for each chain whose listings all have documents. */
export type ListingDocumentCursorTable = {
  chainId: number;
  releaseId: number;
  folding: number;
  settledBlock: bigint;
  updatedAt: Generated<Date>;
};

/** `app.repair`: times when the index was found wrong beyond what the indexer heals by itself. */
export type RepairTable = {
  id: Generated<number>;
  chainId: number;
  kind: RepairKind;
  reason: string;
  fromBlock: bigint;
  toBlock: bigint;
  openedAt: Generated<Date>;
  startedAt: Date | null;
  releaseBefore: string | null;
  releaseAfter: string | null;
  finishedAt: Date | null;
  outcome: string | null;
};

/** `app.gateway_state`: whether the gateway can prove what it is asked. */
export type GatewayStateTable = {
  chainId: number;
  isReady: boolean;
  reason: string | null;
  head: bigint | null;
  headHash: string | null;
  startedAt: Date;
  at: Generated<Date>;
};

/** `app.provider_state`: what the gateway thinks of each provider. */
export type ProviderStateTable = {
  chainId: number;
  host: string;
  isBenched: boolean;
  reason: string | null;
  benchedUntil: Date | null;
  benches: number;
  refused: bigint;
  requests: bigint;
  calls: bigint;
  head: bigint | null;
  at: Generated<Date>;
};

/** `app.proved_range`: ranges of blocks whose logs the gateway has proved. */
export type ProvedRangeTable = {
  chainId: number;
  fromBlock: bigint;
  toBlock: bigint;
  proof: "live" | "carrying" | "complete";
  interest: Generated<string>;
  provedAt: Generated<Date>;
};

/** Tables of schema `app` by their names in queries. */
export type AppTables = AccountTables &
  DeliveryTables &
  MetadataTables &
  OrganisationTables &
  TrustTables &
  UploadTables &
  ValuationTables & {
    release: ReleaseTable;
    chainHead: ChainHeadTable;
    alarm: AlarmTable;
    stateAudit: StateAuditTable;
    repair: RepairTable;
    gatewayState: GatewayStateTable;
    providerState: ProviderStateTable;
    provedRange: ProvedRangeTable;
    unknownLog: UnknownLogTable;
    auditRange: AuditRangeTable;
    journalCounter: JournalCounterTable;
    journalEntry: JournalEntryTable;
    listingDocument: ListingDocumentTable;
    listingDocumentCursor: ListingDocumentCursorTable;
  };
