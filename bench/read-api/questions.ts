import { getJson } from "./get-json.ts";
import type { Question } from "./load.ts";

const PAGE = 20;

/** Pages that the walks collect: more than anybody answers between two blocks, so none is shared. */
const PAGES = 5_000;

/** As many of Ponder's, which shares no answers and takes some 80 ms for a page far down. */
const PONDER_PAGES = 500;

/** Rows of a page while walking: the cursors of a walk lie this far apart. */
const STRIDE = 20;

type Page = { next: string | null; question: Question };

/** Different pages of one list as each contender wants to be asked, and its first page. */
export type Questions = { distinct: Question[]; same: Question[] };

export const askOurs = (url: string) =>
  walk(async (cursor) => {
    const query = cursor === null ? "" : `&cursor=${cursor}`;
    const answer = await getJson<{ page: { nextCursor: string | null } }>(
      `${url}/v1/listings?limit=${STRIDE}${query}`,
    );
    return {
      next: answer.page.nextCursor,
      question: { path: `/v1/listings?limit=${PAGE}${query}` },
    };
  });

export const askHandWritten = (url: string) =>
  walk(async (cursor) => {
    const path = `/v1/hand-written${cursor === null ? "" : `?cursor=${cursor}`}`;
    const answer = await getJson<{ nextCursor: string | null }>(`${url}${path}`);
    return { next: answer.nextCursor, question: { path } };
  });

export const askPonder = (url: string) =>
  walk(async (cursor) => {
    const bodyOf = (limit: number) => JSON.stringify({ query: listingsQuery(limit, cursor) });
    const answer = await getJson<{
      data: { listings: { pageInfo: { endCursor: string | null } } };
    }>(`${url}/graphql`, {
      method: "POST",
      body: bodyOf(STRIDE),
      headers: { "content-type": "application/json" },
    });
    return {
      next: answer.data.listings.pageInfo.endCursor,
      question: { method: "POST", path: "/graphql", body: bodyOf(PAGE) },
    };
  }, PONDER_PAGES);

function listingsQuery(limit: number, after: string | null): string {
  const from = after === null ? "" : `, after: ${JSON.stringify(after)}`;
  return `{ listings(limit: ${limit}, orderBy: "createdAt", orderDirection: "desc"${from}) {
    items { chainId contract listingId seller title metadataUri askingPriceUnits token
      declaredVerification state availability buildId isBuildIdVerified ipAssignmentHash ipSignedAt
      pauseReason pausedAt cancelledAt escrowCount activeOfferCount highestOfferUnits
      priceChangeCount createdAt createdBlock createdLogIndex createdTxHash updatedAt updatedBlock }
    pageInfo { endCursor hasNextPage } } }`;
}

async function walk(
  read: (cursor: string | null) => Promise<Page>,
  pages = PAGES,
): Promise<Questions> {
  const distinct: Question[] = [];
  let cursor: string | null = null;
  do {
    const page: Page = await read(cursor);
    distinct.push(page.question);
    cursor = page.next;
  } while (cursor !== null && distinct.length < pages);
  // In the order of the walk neighbours would share the pages that the database has in its cache.
  const shuffled = distinct.map((question, at) => ({ question, key: (at * 7_919) % pages }));
  shuffled.sort((a, b) => a.key - b.key);
  return { distinct: shuffled.map(({ question }) => question), same: distinct.slice(0, 1) };
}
