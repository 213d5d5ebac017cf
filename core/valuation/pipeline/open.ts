import type { ChainKey } from "../../../src/protocol/ids.ts";
import type { ValuationCause } from "../../db/valuation.tables.ts";
import { addJob, type Statements } from "../../jobs/add-job.ts";
import { canonicalText } from "../record/frozen-estimate.ts";
import type { ValuationInput } from "./input.ts";

/** A valuation, the job that begins it, and whether this call has opened it. */
export type Opened = { valuationId: string; jobId: string; isNew: boolean };

/**
 * Opens a valuation of a listing for the service itself, with its first job, in the transaction of its
 * cause. The same cause makes one; and one that still waits for the listing is enough for all causes.
 */
export async function openListingValuation(
  db: Statements,
  { chainId, contract, number }: ChainKey,
  cause: Exclude<ValuationCause, "analyze" | "request">,
  causeKey: string,
): Promise<Opened> {
  const { rows } = await db.query<{ valuationId: string; isNew: boolean }>(
    `SELECT valuation_id AS "valuationId", is_new AS "isNew"
     FROM app.open_valuation($1, $2, $3, $4, $5)`,
    [chainId, contract, number, cause, causeKey],
  );
  const [row] = rows;
  if (row === undefined) throw new Error("no valuation was opened");
  return { ...row, jobId: await addFirstJob(db, row.valuationId, undefined) };
}

/** Who asks for a valuation, and of what. */
export type AskedValuation = {
  accountId: string;
  organisationId: string | undefined;
  /** Unique, so that the same request is one. */
  causeKey: string;
} & ({ listing: ChainKey } | { input: ValuationInput });

/** Opens a valuation for an account, in the transaction of its request. */
export async function openAskedValuation(db: Statements, asked: AskedValuation): Promise<Opened> {
  const { accountId, organisationId, causeKey } = asked;
  const [listing, input] =
    "listing" in asked ? [asked.listing, undefined] : [undefined, asked.input];
  const { rows } = await db.query<{ valuationId: string }>(
    `INSERT INTO app.valuation (chain_id, contract, listing_id, account_id, organisation_id, cause,
       cause_key, input)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING valuation_id AS "valuationId"`,
    [
      ...[listing?.chainId ?? null, listing?.contract ?? null, listing?.number ?? null],
      ...[accountId, organisationId ?? null, listing === undefined ? "analyze" : "request"],
      ...[causeKey, input === undefined ? "{}" : canonicalText(input)],
    ],
  );
  const [row] = rows;
  if (row === undefined) throw new Error("no valuation was opened");
  const jobId = await addFirstJob(db, row.valuationId, accountId);
  return { valuationId: row.valuationId, jobId, isNew: true };
}

async function addFirstJob(db: Statements, valuationId: string, accountId: string | undefined) {
  const { jobId } = await addJob(
    db,
    "valuation.intake",
    { valuationId },
    { cause: valuationId, accountId },
  );
  return jobId;
}
