import type { IncomingMessage } from "node:http";
import ipaddr from "ipaddr.js";

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Names the client of a request for counting; undefined where no client is (calls in process). */
export type NameClient = (incoming: IncomingMessage | undefined) => string | undefined;

/**
 * Counts clients by address, those of IPv6 by their /64: a single household has one of those at
 * least, and all of its addresses.
 *
 * `X-Forwarded-For` is believed only where the connection comes from a trusted proxy, and then from
 * the right: each trusted proxy has added the address that it saw, and what stands left of the first
 * untrusted one could be written by anybody.
 *
 * @param trustedProxies addresses or ranges, e.g. `10.0.0.0/8`
 */
export function createNameClient(trustedProxies: readonly string[]): NameClient {
  const ranges = trustedProxies.map(parseRange);
  const isTrusted = (address: Address) =>
    ranges.some(([base, bits]) => base.kind() === address.kind() && address.match(base, bits));
  /** A connection has one peer for its whole life. */
  const peers = new WeakMap<object, { address: Address; isProxy: boolean; name: string }>();

  return (incoming) => {
    const socket = incoming?.socket;
    if (socket?.remoteAddress === undefined) return undefined;
    let peer = peers.get(socket);
    if (peer === undefined) {
      const address = ipaddr.process(socket.remoteAddress);
      peer = { address, isProxy: isTrusted(address), name: nameOf(address) };
      peers.set(socket, peer);
    }
    if (!peer.isProxy) return peer.name;
    return nameOf(behindProxies(peer.address, incoming?.headers["x-forwarded-for"], isTrusted));
  };
}

/** The first address from the right that is not a trusted proxy, or the last one that can be read. */
function behindProxies(
  peer: Address,
  forwarded: string | string[] | undefined,
  isTrusted: (address: Address) => boolean,
): Address {
  const hops = String(forwarded ?? "").split(",");
  let client = peer;
  while (isTrusted(client)) {
    const hop = parseHop(hops.pop());
    if (hop === undefined) return client;
    client = hop;
  }
  return client;
}

/** With the port that some proxies add, or without. */
const HOP = /^(?:\[([^\]]+)\](?::\d+)?|(\d+\.\d+\.\d+\.\d+)(?::\d+)?|(.+))$/;

function parseHop(text: string | undefined): Address | undefined {
  const [, bracketed, dotted, plain] = HOP.exec(text?.trim() ?? "") ?? [];
  const address = bracketed ?? dotted ?? plain;
  if (address === undefined || !isAddress(address)) return undefined;
  return ipaddr.process(address);
}

/** Whether this is one address in its usual form; `1` and `0x7f.1` are addresses to some parsers. */
const isAddress = (text: string) =>
  ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text);

function parseRange(text: string): [Address, number] {
  if (text.includes("/")) return ipaddr.parseCIDR(text);
  const address = ipaddr.process(text);
  return [address, address.kind() === "ipv4" ? 32 : 128];
}

/** Groups of 16 bits in the first 64. */
const NETWORK_GROUPS = 4;

function nameOf(address: Address): string {
  if (address instanceof ipaddr.IPv4) return address.toString();
  const network = address.parts.slice(0, NETWORK_GROUPS).map((group) => group.toString(16));
  return `${network.join(":")}::/64`;
}
