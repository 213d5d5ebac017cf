/** The processes that read their settings from the environment. */
export const PROCESSES = [
  "migrate",
  "release",
  "indexer",
  "gateway",
  "guard",
  "journal",
  "workers",
  "api",
] as const;
export type ProcessName = (typeof PROCESSES)[number];

/** What an operator must know about one variable. */
export type VariableDoc = {
  processes: readonly ProcessName[];
  /** What it is for, one sentence. */
  meaning: string;
  /** What happens without it. */
  whenAbsent: string;
  /** Value shown in `.env.example`; never a working secret. */
  example: string;
  /** Never logged, not even in part. */
  isSecret?: true;
};
