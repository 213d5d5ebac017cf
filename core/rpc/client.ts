import { createPublicClient, http, type PublicClient } from "viem";

/** A client of one RPC endpoint whose requests end after `timeoutMs`; it never retries by itself. */
export function createRpcClient(url: string, timeoutMs: number): PublicClient {
  return createPublicClient({
    transport: http(url, { timeout: timeoutMs, retryCount: 0 }),
    cacheTime: 0,
  });
}
