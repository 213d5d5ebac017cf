import type { TestProject } from "vitest/node";
import { startPostgres } from "./postgres.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Connection string of the server that the files of a project share. */
    sharedPostgresUrl: string;
  }
}

/** Global set-up of a project whose files share one Postgres; ends it after the last of them. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  project.provide("sharedPostgresUrl", server.url);
  keepExitCode();
  return () => server.stop();
}

/**
 * What starts Postgres ends this process with 0 once nothing is left to do, whatever the tests have
 * come to; this puts their code back.
 */
function keepExitCode(): void {
  process.prependOnceListener("beforeExit", () => {
    const { exitCode } = process;
    process.once("exit", () => {
      process.exitCode = exitCode;
    });
  });
}
