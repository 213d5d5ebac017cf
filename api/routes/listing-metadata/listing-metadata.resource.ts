import { z } from "@hono/zod-openapi";
import { compareLink, LINK_STATUSES } from "../../../core/listing-metadata/content-link.ts";
import { ListingDocument } from "../../../core/listing-metadata/document.ts";
import type { ListingMetadataRow } from "../../../core/queries/listing-metadata.ts";
import { publicId } from "../../../src/protocol/ids.ts";
import { Moment } from "../../http/private-answer.ts";
import { Address, Hash, Instant, toAddress, toInstant } from "../../http/values.ts";

const ContentId = z.string().openapi({
  example: "bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e",
});

/** A version without its content. */
export const ListingMetadataVersion = z
  .object({
    listingId: z.string().openapi({ description: "Public id of the listing." }),
    version: z.int(),
    documentHash: Hash.openapi({ description: "SHA-256 of the canonical spelling (RFC 8785)." }),
    cid: ContentId.openapi({ description: "IPFS identifier of it, as bare bytes." }),
    legacyCid: z.string().openapi({ description: "The same as a file, version 0." }),
    seller: Address.openapi({ description: "Who signed: the seller of that time." }),
    signature: z.string(),
    signedAt: Instant,
    blockNumber: z.int().openapi({ description: "Block at which the signer was the seller." }),
    publishedAt: Moment,
  })
  .openapi("ListingMetadataVersion");

const EXAMPLE: z.output<typeof ListingDocument> = {
  schema: "valyra-listing/1",
  name: "LedgerPilot",
  category: "saas",
  description: "Bookkeeping for small shops.",
  businessUrl: "https://ledgerpilot.example/",
  techStack: ["TypeScript", "Postgres"],
  revenueTrend: "growing",
  included: { domain: true, sourceCode: true, customerData: true },
  metrics: [
    {
      metric: "recurringRevenue",
      value: "1234.50",
      currency: "USD",
      period: { from: "2026-02-01", to: "2026-02-28" },
      grade: "claimed",
      source: "Stripe dashboard",
      definition: "mrr/1",
    },
  ],
  series: [],
  tags: ["bookkeeping"],
  links: [{ kind: "website", url: "https://ledgerpilot.example/" }],
  images: [],
};

export const ListingMetadata = ListingMetadataVersion.extend({
  document: ListingDocument.openapi("ListingDocument", {
    description: "As the seller wrote it; untrusted.",
    example: EXAMPLE,
  }),
  link: z.object({
    uri: z.string().openapi({ description: "What the contract links to; untrusted." }),
    status: z.enum(LINK_STATUSES).openapi({
      description:
        "Whether the link names exactly this document: matches, differs, unreadable or none.",
    }),
  }),
}).openapi("ListingMetadata");

export function toVersion(row: ListingMetadataRow): z.output<typeof ListingMetadataVersion> {
  return {
    listingId: publicId(row.chainId, row.contract, row.listingId),
    version: row.version,
    documentHash: row.documentHash,
    cid: row.cid,
    legacyCid: row.legacyCid,
    seller: toAddress(row.seller),
    signature: row.signature,
    signedAt: toInstant(row.signedAt),
    blockNumber: Number(row.blockNumber),
    publishedAt: row.publishedAt.toISOString(),
  };
}

export function toListingMetadata(
  row: ListingMetadataRow,
  metadataUri: string,
): z.output<typeof ListingMetadata> {
  const link = { uri: metadataUri, status: compareLink(metadataUri, row) };
  return { ...toVersion(row), document: row.document, link };
}
