import { sealDays } from "../../core/valuation/record/seal-days.ts";
import type { Processor } from "../processor.ts";

/** Makes the roots of days that are over; a day is sealed once, whoever sees it first. */
export const sealEstimateDays: Processor<"valuation.seal_days"> = async (_, { finish }) =>
  finish(async (client) => {
    await sealDays(client);
  });
