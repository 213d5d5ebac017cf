import { sql } from "kysely";
import type { ChainKey } from "../../src/protocol/ids.ts";
import type { Snapshot } from "../db/consistent-read.ts";
import { selectRaw } from "../db/indexed.ts";
import type { Finding, SiteCheckKind, Standing } from "../site-checks/rules.ts";

/** One look at the site of a listing. */
export type LookRow = Finding & { kind: SiteCheckKind; checkedAt: Date };

/** How one check of a site stands by all looks. */
export type SiteStateRow = LookRow & Standing & { pauseCause: string | null };

const FOUND = sql`kind, verdict, http_code, expires_at, reason, checked_at`;

const ofListing = ({ chainId, contract, number }: ChainKey) =>
  sql`chain_id = ${chainId}::integer AND contract = ${contract}::text AND listing_id = ${number}::numeric`;

/** How the site of a listing stands, by the order of kinds, and the newest looks. */
export async function findSiteChecks(
  { indexed }: Pick<Snapshot, "indexed">,
  listing: ChainKey,
  limit: number,
): Promise<{ states: SiteStateRow[]; looks: LookRow[] }> {
  const states = await selectRaw(
    indexed,
    sql<SiteStateRow>`(SELECT ${FOUND}, is_failing, failing_since, pause_cause
      FROM app.site_state WHERE ${ofListing(listing)} ORDER BY kind DESC)`,
  ).execute();
  const looks = await selectRaw(
    indexed,
    sql<LookRow>`(SELECT ${FOUND} FROM app.site_check WHERE ${ofListing(listing)}
      ORDER BY check_id DESC LIMIT ${limit}::integer)`,
  ).execute();
  return { states, looks };
}
