import autocannon from "autocannon";
import { percentile } from "../statistics.ts";

const CONNECTIONS = 50;

export type LoadResult = {
  requestsPerSecond: number;
  p50: number;
  p95: number;
  p99: number;
  /** Answers that were no 2xx, and connections that broke. */
  failures: number;
  /** What the failures were, e.g. `503 ×2`; empty without any. */
  failed: string;
};

export type Question = { method?: "GET" | "POST"; path: string; body?: string };

/**
 * Puts 50 connections on a server for some seconds, each asking one question after another from the
 * list. The first second is not counted.
 */
export async function putLoad(
  url: string,
  questions: readonly Question[],
  seconds: number,
): Promise<LoadResult> {
  await shoot(url, questions, 1);
  return await shoot(url, questions, seconds);
}

function shoot(url: string, questions: readonly Question[], seconds: number): Promise<LoadResult> {
  return new Promise((resolve, reject) => {
    const times: number[] = [];
    const refused = new Map<number, number>();
    const instance = autocannon(
      {
        url,
        connections: CONNECTIONS,
        duration: seconds,
        requests: questions.map(({ method = "GET", path, body }) => ({
          method,
          path,
          ...(body === undefined ? {} : { body, headers: { "content-type": "application/json" } }),
        })),
      },
      (error, result) => {
        if (error) {
          reject(error);
          return;
        }
        // A cold server may not answer at all in the second that is not counted.
        const at = (share: number) => (times.length === 0 ? Number.NaN : percentile(times, share));
        resolve({
          requestsPerSecond: times.length / result.duration,
          p50: at(0.5),
          p95: at(0.95),
          p99: at(0.99),
          failures: result.non2xx + result.errors + result.timeouts,
          failed: [
            ...[...refused].map(([status, count]) => `${status} ×${count}`),
            ...(result.errors > 0 ? [`broken ×${result.errors}`] : []),
            ...(result.timeouts > 0 ? [`timed out ×${result.timeouts}`] : []),
          ].join(", "),
        });
      },
    );
    instance.on("response", (_client, status, _bytes, milliseconds) => {
      if (status >= 200 && status < 300) times.push(milliseconds);
      else refused.set(status, (refused.get(status) ?? 0) + 1);
    });
  });
}
