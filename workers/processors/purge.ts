import type { Processor } from "../processor.ts";

/** Days after which nobody asks any more how a job, a mail or a delivery ended. */
const KEPT_DAYS = 30;

/** Days for which looks at the sites of listings are kept; who looks at a listing sees them. */
const KEPT_LOOK_DAYS = 90;

/**
 * Deletes what has ended long ago, and valuations that were private to accounts that are gone. Jobs of
 * chain events stay: they are what keeps an event that is told again, by a journal that was written
 * anew, from acting again.
 */
export const purge: Processor<"upkeep.purge"> = async (_, { finish }) =>
  finish(async (client) => {
    await client.query(
      `DELETE FROM app.job WHERE state IN ('done', 'cancelled') AND announced_sequence IS NULL
         AND finished_at < now() - make_interval(days => $1)
         AND NOT EXISTS (SELECT FROM app.job AS next WHERE next.after_job_id = job.job_id)`,
      [KEPT_DAYS],
    );
    await client.query(
      "DELETE FROM app.valuation WHERE listing_id IS NULL AND account_id IS NULL AND finished_at IS NOT NULL",
    );
    await client.query(
      "DELETE FROM app.operator_notice WHERE ended_at < now() - make_interval(days => $1)",
      [KEPT_DAYS],
    );
    await client.query(
      "DELETE FROM app.site_check WHERE checked_at < now() - make_interval(days => $1)",
      [KEPT_LOOK_DAYS],
    );
    await client.query(
      "DELETE FROM app.site_state WHERE checked_at < now() - make_interval(days => $1)",
      [KEPT_LOOK_DAYS],
    );
    await client.query(
      "DELETE FROM app.valuation_booking WHERE created_at < now() - make_interval(days => $1)",
      [KEPT_DAYS],
    );
  });
