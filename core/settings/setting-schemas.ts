import { z } from "zod";
import { POLICY_NAMES } from "../limits/policies.ts";

const quota = z.int().min(0).max(100_000_000).describe("Requests in one window; 0 is no limit.");

/** Every rule that administrators may change, by name, with the shape of its value. */
export const SETTINGS = {
  limits: {
    meaning: "Quotas in place of those of the table of limits; of reads only the process decides.",
    schema: z.partialRecord(z.enum(POLICY_NAMES).exclude(["reads"]), quota),
    initial: {},
  },
} as const satisfies Record<string, { meaning: string; schema: z.ZodType; initial: unknown }>;

export type SettingName = keyof typeof SETTINGS;
export type SettingValue<Name extends SettingName> = z.output<(typeof SETTINGS)[Name]["schema"]>;

export const SETTING_NAMES = Object.keys(SETTINGS) as [SettingName, ...SettingName[]];
