import { hashTypedData } from "viem";
import { recordChange } from "../../../core/audit-log/record-change.ts";
import { asCaller } from "../../../core/db/as-caller.ts";
import type { Snapshot } from "../../../core/db/consistent-read.ts";
import { keyOfChain, keyText } from "../../../core/db/keys.ts";
import { statementsOf } from "../../../core/db/statements-of.ts";
import { DomainError } from "../../../core/errors.ts";
import { ANONYMOUS } from "../../../core/identity/caller.ts";
import { createSignatureVerifier } from "../../../core/identity/verify-signature.ts";
import { addJob } from "../../../core/jobs/add-job.ts";
import { tellServiceEvent } from "../../../core/journal/service-events.ts";
import { checkImages } from "../../../core/listing-metadata/check-images.ts";
import { documentJsonSchema } from "../../../core/listing-metadata/document.ts";
import { prepareDocument } from "../../../core/listing-metadata/prepare.ts";
import { STATEMENT_WINDOW_SECONDS, statementOf } from "../../../core/listing-metadata/statement.ts";
import {
  findListingMetadata,
  findListingMetadataPage,
  publishListingMetadata as publish,
} from "../../../core/queries/listing-metadata.ts";
import { LISTINGS } from "../../../core/queries/listings.ts";
import { isMaterialChange } from "../../../core/valuation/pipeline/input.ts";
import { openListingValuation } from "../../../core/valuation/pipeline/open.ts";
import { type ChainKey, publicId } from "../../../src/protocol/ids.ts";
import type { ApiDeps } from "../../deps.ts";
import { sendAnswer } from "../../http/answer.ts";
import { carryOut, privateMeta } from "../../http/private-answer.ts";
import { resolveId } from "../../http/resolve-id.ts";
import type { Router } from "../../http/router.ts";
import { callerOf } from "../../middleware/caller.ts";
import {
  getListingMetadata,
  getListingSchema,
  listListingMetadata,
  prepareListingMetadata,
  publishListingMetadata,
} from "./listing-metadata.contract.ts";
import { toListingMetadata, toVersion } from "./listing-metadata.resource.ts";

const DEFAULT_LIMIT = 20;

export function registerListingMetadata(app: Router, deps: ApiDeps): void {
  const { addressBook, database, now } = deps;
  const listingOf = (id: string) => resolveId(addressBook, "marketplace", id, "/path/id");
  const verify = createSignatureVerifier(deps.rpc);

  app.openapi(getListingSchema, (c) => {
    c.header("cache-control", "public, max-age=3600");
    return c.json(documentJsonSchema(), 200);
  });

  app.openapi(getListingMetadata, async (c) => {
    const listing = listingOf(c.req.valid("param").id);
    const { version, ...wanted } = c.req.valid("query");
    return sendAnswer(c, deps, wanted, async (snapshot) => {
      const { metadataUri } = await getListing(snapshot, listing);
      const row = await findListingMetadata(snapshot.app, listing, version);
      if (row === undefined) throw nothingPublished(listing, version);
      return { data: toListingMetadata(row, metadataUri) };
    });
  });

  app.openapi(listListingMetadata, async (c) => {
    const listing = listingOf(c.req.valid("param").id);
    const { before, limit = DEFAULT_LIMIT, ...wanted } = c.req.valid("query");
    return sendAnswer(c, deps, wanted, async (snapshot) => {
      await getListing(snapshot, listing);
      const { rows, hasMore } = await findListingMetadataPage(snapshot.app, listing, {
        before,
        limit,
      });
      return { data: { versions: rows.map(toVersion), hasMore } };
    });
  });

  app.openapi(prepareListingMetadata, async (c) => {
    const listing = listingOf(c.req.valid("param").id);
    const { document, signedAt = secondsOf(now()) } = c.req.valid("json");
    if (document.images.length > 0) {
      await asCaller(deps.writes.callers, ANONYMOUS, (transaction) =>
        checkImages(transaction, document),
      );
    }
    const { documentHash, canonical, cid, legacyCid } = await prepareDocument(document);
    const { domain, types, primaryType, message } = statementOf(
      listing,
      documentHash,
      BigInt(signedAt),
    );
    const typedData = {
      domain,
      types: { ListingMetadata: [...types.ListingMetadata] },
      primaryType,
      message: {
        ...message,
        listingId: message.listingId.toString(),
        signedAt: message.signedAt.toString(),
      },
    };
    const data = { documentHash, canonical, cid, legacyCid, typedData };
    return c.json({ data, meta: privateMeta(c) }, 200);
  });

  app.openapi(publishListingMetadata, async (c) => {
    const listing = listingOf(c.req.valid("param").id);
    const { document, signedAt, signature } = c.req.valid("json");
    if (Math.abs(secondsOf(now()) - signedAt) > STATEMENT_WINDOW_SECONDS) {
      throw new DomainError("EXPIRED_SIGNATURE", "It was not signed within ten minutes of now.");
    }
    const prepared = await prepareDocument(document);
    const { row, blockNumber } = await database.readIndex(async (snapshot) => ({
      row: await getListing(snapshot, listing),
      blockNumber: snapshot.position.indexed.number,
    }));
    const digest = hashTypedData(statementOf(listing, prepared.documentHash, BigInt(signedAt)));
    if ((await verify(row.seller, digest, signature)) === undefined) {
      throw new DomainError(
        "INVALID_SIGNATURE",
        `This is not what the seller of ${publicId(listing.chainId, listing.contract, listing.number)} has signed for this document.`,
      );
    }
    const caller = await callerOf(c);
    const answer = await carryOut(c, deps, { caller, status: 200 }, async (transaction, origin) => {
      const { chainId, contract, number: listingId } = listing;
      const { documentHash, cid, legacyCid } = prepared;
      await checkImages(transaction, document);
      const shown = await findListingMetadata(transaction, listing);
      const published = await publish(transaction, {
        chainId,
        contract,
        listingId,
        document,
        documentHash,
        cid,
        legacyCid,
        seller: row.seller,
        signature,
        signedAt: BigInt(signedAt),
        blockNumber,
      });
      if (published.isNew) {
        const id = publicId(chainId, contract, listingId);
        const { version } = published.row;
        const db = statementsOf(transaction);
        const sequence = await tellServiceEvent(db, {
          kind: "metadata.changed",
          cause: `${id} version ${version}`,
          chainId,
          listing: id,
          actor: row.seller,
          args: { version, cid, documentHash },
        });
        // Category and words have changed, by which saved searches go.
        const searched = { sequence: Number(sequence) };
        await addJob(db, "saved_search.match", searched, { cause: `${id} version ${version}` });
        if (isMaterialChange(shown?.document, document)) {
          await openListingValuation(db, listing, "metadata", `metadata ${id} version ${version}`);
        }
        await recordChange(transaction, caller, origin, {
          action: "listing_metadata.publish",
          entity: "listing_metadata",
          entityId: id,
          after: { version, cid, seller: row.seller },
        });
      }
      return toListingMetadata(published.row, row.metadataUri);
    });
    return c.json(answer, 200);
  });
}

async function getListing(snapshot: Snapshot, listing: ChainKey) {
  const key = keyOfChain(listing);
  const row = (await LISTINGS.findByKeys(snapshot, [key])).get(keyText(key));
  if (row === undefined) {
    const id = publicId(listing.chainId, listing.contract, listing.number);
    throw new DomainError("LISTING_NOT_FOUND", `No listing ${id}.`);
  }
  return row;
}

function nothingPublished({ chainId, contract, number }: ChainKey, version: number | undefined) {
  const id = publicId(chainId, contract, number);
  const what = version === undefined ? "Nothing" : `No version ${version}`;
  return new DomainError("METADATA_NOT_FOUND", `${what} is published about ${id}.`);
}

const secondsOf = (moment: Date) => Math.floor(moment.getTime() / 1_000);
