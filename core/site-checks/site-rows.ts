import type { Statements } from "../jobs/add-job.ts";
import type { Finding, SiteCheckKind, Standing } from "./rules.ts";

type Hex = `0x${string}`;

/** One check of the site of one listing. */
export type SiteKey = { chainId: number; contract: Hex; listingId: bigint; kind: SiteCheckKind };

/** A check that is due. */
export type DueSite = SiteKey & {
  /** Text of the moment for which it is due; with the key it names the occasion. */
  occasion: string;
};

/** What there is to look at, and how it stood at the last look. */
export type Site = {
  url: string;
  seller: Hex;
  /** Agent of the marketplace; null for one whose code ignores the agent's pauses. */
  agent: Hex | null;
  before: (Standing & { checkedAt: Date; pauseCause: string | null }) | undefined;
};

/** Listings that are for sale, each with the address that its newest signed document names. */
const FOR_SALE = `indexed.listing JOIN LATERAL (
    SELECT document->>'businessUrl' AS url FROM app.listing_metadata AS signed
    WHERE signed.chain_id = listing.chain_id AND signed.contract = listing.contract
      AND signed.listing_id = listing.listing_id
    ORDER BY version DESC LIMIT 1
  ) AS told ON listing.availability = 'for_sale' AND told.url IS NOT NULL`;

const STATE_OF = `state.chain_id = listing.chain_id AND state.contract = listing.contract
    AND state.listing_id = listing.listing_id AND state.kind = wanted.kind`;

const IS_DUE = "(state.kind IS NULL OR state.next_at <= now() OR state.url <> told.url)";

/**
 * Checks that are due, those longest due first. The occasion has the hour in it, so that a job that was
 * given up does not end the checks of its site for ever.
 */
export async function findDueSites(db: Statements, most: number): Promise<DueSite[]> {
  const { rows } = await db.query<DueSite>(
    `SELECT listing.chain_id AS "chainId", listing.contract, listing.listing_id AS "listingId",
       wanted.kind, coalesce(state.next_at::text, 'first') || ', ' || date_trunc('hour', now()) AS occasion
     FROM ${FOR_SALE}
     CROSS JOIN (VALUES ('uptime'), ('tls'), ('domain')) AS wanted (kind)
     LEFT JOIN app.site_state AS state ON ${STATE_OF}
     WHERE ${IS_DUE}
       AND (wanted.kind <> 'tls' OR told.url ILIKE 'https:%')
     ORDER BY state.next_at NULLS FIRST, listing.created_at, listing.listing_id, wanted.kind LIMIT $1`,
    [most],
  );
  return rows;
}

/** What a check has to look at; undefined when the listing is not for sale, or it was looked already. */
export async function findDueSite(
  db: Statements,
  { chainId, contract, listingId, kind }: SiteKey,
): Promise<Site | undefined> {
  type Row = Omit<Site, "before"> & { isSameUrl: boolean } & {
    [Name in keyof NonNullable<Site["before"]>]: NonNullable<Site["before"]>[Name] | null;
  };
  const { rows } = await db.query<Row>(
    `SELECT told.url, listing.seller, CASE WHEN home.generation <> 'M1' THEN home.agent END AS agent,
       state.url = told.url AS "isSameUrl", state.is_failing AS "isFailing",
       state.failing_since AS "failingSince", state.checked_at AS "checkedAt",
       state.pause_cause AS "pauseCause"
     FROM ${FOR_SALE}
     JOIN indexed.contract AS home ON home.chain_id = listing.chain_id AND home.address = listing.contract
     CROSS JOIN (VALUES ($4)) AS wanted (kind)
     LEFT JOIN app.site_state AS state ON ${STATE_OF}
     WHERE listing.chain_id = $1 AND listing.contract = $2 AND listing.listing_id = $3 AND ${IS_DUE}`,
    [chainId, contract, listingId, kind],
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  const { url, seller, agent, isSameUrl, isFailing, failingSince, checkedAt, pauseCause } = row;
  const before =
    isSameUrl && isFailing !== null && checkedAt !== null
      ? { isFailing, failingSince, checkedAt, pauseCause }
      : undefined;
  return { url, seller, agent, before };
}

/** What a look has come to. */
export type Look = {
  url: string;
  finding: Finding;
  standing: Standing;
  checkedAt: Date;
  nextAt: Date;
  pauseCause: string | null;
};

/** Keeps a look, and how the site stands by it. */
export async function keepLook(
  db: Statements,
  { chainId, contract, listingId, kind }: SiteKey,
  { url, finding, standing, checkedAt, nextAt, pauseCause }: Look,
): Promise<void> {
  const { verdict, httpCode, expiresAt, reason } = finding;
  const found = [chainId, contract, listingId, kind, url, verdict, httpCode, expiresAt, reason];
  await db.query(
    `INSERT INTO app.site_check (chain_id, contract, listing_id, kind, url, verdict, http_code,
       expires_at, reason, checked_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [...found, checkedAt],
  );
  await db.query(
    `INSERT INTO app.site_state AS state (chain_id, contract, listing_id, kind, url, verdict, http_code,
       expires_at, reason, checked_at, next_at, is_failing, failing_since, pause_cause)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     ON CONFLICT (chain_id, contract, listing_id, kind) DO UPDATE SET url = excluded.url,
       verdict = excluded.verdict, http_code = excluded.http_code, expires_at = excluded.expires_at,
       reason = excluded.reason, checked_at = excluded.checked_at, next_at = excluded.next_at,
       is_failing = excluded.is_failing, failing_since = excluded.failing_since,
       pause_cause = excluded.pause_cause`,
    [...found, checkedAt, nextAt, standing.isFailing, standing.failingSince, pauseCause],
  );
}

/** Sites of listings that are for sale: how many answer, are down, or were not looked at in time. */
export type SiteCounts = { up: number; down: number; overdue: number };

/** Counts them; `overdue` is an hour or more behind. */
export async function countSites(db: Statements): Promise<SiteCounts> {
  const { rows } = await db.query<SiteCounts>(
    `SELECT count(*) FILTER (WHERE kind = 'uptime' AND NOT is_failing)::integer AS up,
       count(*) FILTER (WHERE kind = 'uptime' AND is_failing)::integer AS down,
       count(*) FILTER (WHERE next_at < now() - interval '1 hour')::integer AS overdue
     FROM app.site_state JOIN indexed.listing USING (chain_id, contract, listing_id)
     WHERE listing.availability = 'for_sale'`,
  );
  return rows[0] ?? { up: 0, down: 0, overdue: 0 };
}
