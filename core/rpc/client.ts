import { createPublicClient, http, type PublicClient } from "viem";

/**
 * A client of one RPC endpoint whose requests end after `timeoutMs`; it never retries by itself, and
 * never follows an address that a contract names in a revert.
 */
export function createRpcClient(url: string, timeoutMs: number): PublicClient {
  return createPublicClient({
    transport: http(url, { timeout: timeoutMs, retryCount: 0 }),
    cacheTime: 0,
    ccipRead: false,
  });
}
