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
        resolve({
          requestsPerSecond: times.length / result.duration,
          p50: percentile(times, 0.5),
          p95: percentile(times, 0.95),
          p99: percentile(times, 0.99),
          failures: result.non2xx + result.errors + result.timeouts,
        });
      },
    );
    instance.on("response", (_client, status, _bytes, milliseconds) => {
      if (status >= 200 && status < 300) times.push(milliseconds);
    });
  });
}
