import { addJob } from "../../core/jobs/add-job.ts";
import { findDueSites } from "../../core/site-checks/site-rows.ts";
import { publicId } from "../../src/protocol/ids.ts";
import type { Processor } from "../processor.ts";

/** Checks that one scan adds: each minute so many, which is enough for 60,000 sites a day. */
const MOST_AT_ONCE = 50;

/** Adds a job for each check of a site that is due; each occasion has one (domain B.10). */
export const scanSites: Processor<"site.scan"> = async (_, { deps, finish }) => {
  if (deps.sites === undefined) return;
  await finish(async (client) => {
    for (const due of await findDueSites(client, MOST_AT_ONCE)) {
      const { chainId, contract, listingId, kind, occasion } = due;
      const id = publicId(chainId, contract, listingId);
      const payload = { chainId, contract, listingId: String(listingId), kind };
      await addJob(client, "site.check", payload, { cause: `${kind} of ${id}, ${occasion}` });
    }
  });
};
