import { createPublicClient, webSocket } from "viem";

/**
 * Calls `onBlock` for every new head that a websocket announces. The socket reconnects by itself;
 * while it is down nothing is lost, because the caller also looks at an interval.
 * @returns stops watching and closes the socket.
 */
export function watchBlocks(
  url: string,
  onBlock: () => void,
  onError: (error: unknown) => void,
): () => Promise<void> {
  const client = createPublicClient({
    transport: webSocket(url, { reconnect: { attempts: Number.POSITIVE_INFINITY, delay: 1_000 } }),
  });
  const unwatch = client.watchBlockNumber({ onBlockNumber: onBlock, onError });
  return async () => {
    unwatch();
    const socket = await client.transport.getRpcClient().catch(() => undefined);
    socket?.close();
  };
}
