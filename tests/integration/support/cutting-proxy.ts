import { startDatabaseProxy } from "./database-proxy.ts";

/** A way to Postgres on which answers to a commit can be lost (M17). */
export type CuttingProxy = {
  /** The same database by way of the proxy. */
  url: string;
  /** Loses the answers to the next so many commits, with their connections. */
  cut(commits: number): void;
  /** Answers that were lost. */
  readonly lost: number;
  close(): Promise<void>;
};

/** CommandComplete of a commit, as the wire has it: the tag alone, ended by zero. */
const COMMITTED = Buffer.from("COMMIT\0");

/** Starts a proxy that passes everything on until it is told to cut. */
export async function startCuttingProxy(databaseUrl: string): Promise<CuttingProxy> {
  let left = 0;
  let lost = 0;
  const { url, close } = await startDatabaseProxy(databaseUrl, (part) => {
    if (left === 0 || !part.includes(COMMITTED)) return false;
    left -= 1;
    lost += 1;
    return true;
  });
  return {
    url,
    close,
    cut: (commits) => {
      left = commits;
    },
    get lost() {
      return lost;
    },
  };
}
