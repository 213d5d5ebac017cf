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
  return () => server.stop();
}
