export type StackOptions = {
  projectRoot: string;
  days: number;
  seed: string;
  /** Preferred port of the API. */
  port: number;
  /** Where to keep the market; undefined for `.demo` in the project. */
  folder: string | undefined;
  /** Forget what an earlier demo has left. */
  isReset: boolean;
  /** Puts a provider that hides and alters logs before the honest one. */
  hasLyingRpc: boolean;
  /** Ends a start that is still under way. */
  signal: AbortSignal;
};

/** Where everything answers. */
export type StackUrls = {
  api: string;
  indexer: string;
  guard: string;
  gateway: string;
  journal: string;
  workers: string;
  /** Page of mails, webhooks and jobs, with buttons that deposit and reorganise. */
  desk: string;
  /** Folder with the mails that were sent. */
  mails: string;
  chain: string;
  sql: string;
  /** File of the variables with which commands of the product work on this market. */
  environment: string;
};
