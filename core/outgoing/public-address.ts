import ipaddr from "ipaddr.js";

/** Globally routed addresses that are no public service: a cloud's own agent on every host. */
const NOT_FOR_US = new Set(["168.63.129.16"]);

/** RFC 4291, section 2.4: what is allocated for unicast on the internet begins with 001. */
const GLOBAL_UNICAST: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse("2000::"), 3];

/**
 * Whether an address belongs to somebody on the public internet. Everything else is refused: private,
 * loopback, link-local (where clouds keep their metadata), shared, reserved and multicast ranges. An
 * IPv4 address inside of IPv6 counts as itself where it is only another spelling (`::ffff:…`), and is
 * refused where a gateway would translate it (NAT64, 6to4, Teredo, SIIT): whose gateway is not known.
 *
 * @param text an address as the resolver or a socket gives it, or the host of a parsed URL
 */
export function isPublicAddress(text: string): boolean {
  // A zone picks an interface of ours.
  if (text.includes("%")) return false;
  const isStrict = ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text);
  if (!isStrict) return false;
  const address = ipaddr.process(text);
  if (address.range() !== "unicast" || NOT_FOR_US.has(address.toString())) return false;
  return !(address instanceof ipaddr.IPv6) || address.match(...GLOBAL_UNICAST);
}
