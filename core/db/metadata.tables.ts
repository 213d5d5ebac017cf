import type { Generated, JSONColumnType } from "kysely";
import type { Hex } from "viem";
import type { ListingDocument } from "../listing-metadata/document.ts";
import type { Json } from "./trust.tables.ts";

/** `app.listing_metadata`: what sellers have published about their listings. */
export type ListingMetadataTable = {
  chainId: number;
  contract: Hex;
  listingId: bigint;
  /** Counts the documents of a listing from 1. */
  version: number;
  document: JSONColumnType<ListingDocument>;
  /** SHA-256 of the canonical spelling. */
  documentHash: Hex;
  cid: string;
  legacyCid: string;
  seller: Hex;
  signature: string;
  /** Unix seconds, as the signature says. */
  signedAt: bigint;
  /** Indexed block at which the signer was the seller. */
  blockNumber: bigint;
  publishedAt: Generated<Date>;
};

/** `app.listing_draft`: documents that their owners still write. */
export type ListingDraftTable = {
  draftId: Generated<string>;
  /** Whose it is; of an organisation, who began it. */
  accountId: string;
  organisationId: string | null;
  title: string;
  document: JSONColumnType<Record<string, Json>>;
  /** Raised by every change. */
  revision: Generated<number>;
  createdAt: Generated<Date>;
  updatedAt: Generated<Date>;
};

export type MetadataTables = {
  listingMetadata: ListingMetadataTable;
  listingDraft: ListingDraftTable;
};
