/**
 * Whether the process of this container is healthy, for a health check: `node scripts/healthy.ts
 * API_PORT` asks `/health` at the port that the variable says. Exits with 0 for yes and 1 for no.
 */
import { argv, env } from "node:process";

const port = env[argv[2] ?? ""];
const answer =
  port === undefined
    ? undefined
    : await fetch(`http://127.0.0.1:${port}/health`, { signal: AbortSignal.timeout(4_000) }).catch(
        () => undefined,
      );
process.exitCode = answer?.ok === true ? 0 : 1;
