import type { Generated } from "kysely";
import type { ContractKind } from "../../src/protocol/states.ts";

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

/** `app.journal_counter`: the one row that allots sequence numbers. */
export type JournalCounterTable = { isOnly: Generated<boolean>; lastSequence: bigint };

/** `app.journal_entry`: what happened, in the order in which readers hear of it. */
export type JournalEntryTable = {
  sequence: bigint;
  announcedSequence: bigint;
  status: JournalStatus;
  chainId: number;
  blockNumber: bigint;
  blockHash: string;
  logIndex: number;
  txHash: string;
  contract: `0x${string}`;
  event: string;
  kind: string;
  listingKey: string | null;
  escrowKey: string | null;
  offerKey: string | null;
  actor: `0x${string}` | null;
  counterparty: `0x${string}` | null;
  payload: JournalPayload;
  occurredAt: Date;
  recordedAt: Generated<Date>;
};

/** What an entry says of its event. */
export const JOURNAL_STATUSES = ["provisional", "final", "retracted"] as const;
export type JournalStatus = (typeof JOURNAL_STATUSES)[number];

/** The parts of an event that nobody searches by. */
export type JournalPayload = {
  contractKind: ContractKind;
  sender: `0x${string}`;
  args: Record<string, unknown>;
  /** Base units as text, for JSON numbers are not exact. */
  amountUnits: string | null;
  token: `0x${string}` | null;
  tokenSymbol: string | null;
  tokenDecimals: number | null;
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

/** Tables of schema `app` by their names in queries. */
export type AppTables = {
  release: ReleaseTable;
  chainHead: ChainHeadTable;
  unknownLog: UnknownLogTable;
  auditRange: AuditRangeTable;
  journalCounter: JournalCounterTable;
  journalEntry: JournalEntryTable;
  listingDocument: ListingDocumentTable;
  listingDocumentCursor: ListingDocumentCursorTable;
};
