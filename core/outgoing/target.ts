import { isIP } from "node:net";
import { OutgoingError } from "./outgoing-error.ts";
import { isPublicAddress } from "./public-address.ts";

/** Where requests may go. */
export type TargetPolicy = {
  /** `https:` alone unless somebody must read plain pages. */
  schemes: readonly ("https:" | "http:")[];
  ports: ReadonlySet<number>;
  /**
   * Addresses with ports, as `127.0.0.1:8080`, that are asked although they are not public: fakes of
   * tests, and services that the operator runs himself. Exactly these, never a range.
   */
  exceptions: ReadonlySet<string>;
};

/** What may be asked unless a setting says otherwise. */
export const DEFAULT_TARGETS: TargetPolicy = {
  schemes: ["https:"],
  ports: new Set([443]),
  exceptions: new Set(),
};

/** Names that never lead to the public internet: RFC 6761, 6762, 8375, ICANN, and old habits. */
const PRIVATE_SUFFIXES = ["localhost", "localdomain", "local", "internal", "home.arpa"];

const MAX_URL_LENGTH = 4_096;

/**
 * Reads an address and refuses what can be refused by its text, before any name is looked up. URL
 * parsing has turned `2130706433`, `0x7f.1` and full-width digits into one form by then.
 */
export function parseTarget(input: string | URL, policy: TargetPolicy): URL {
  const url = URL.parse(String(input));
  if (url === null || url.href.length > MAX_URL_LENGTH) throw refuse("it is no address");
  if (!policy.schemes.some((scheme) => scheme === url.protocol)) {
    throw refuse(`only ${policy.schemes.join(" and ")} is asked`);
  }
  if (url.username !== "" || url.password !== "") throw refuse("it carries credentials");
  const { host, port } = placeOf(url);
  const isNumeric = isIP(host) !== 0;
  if (isNumeric) {
    if (!mayConnect(host, port, policy)) {
      throw new OutgoingError("ADDRESS_REFUSED", `${url.hostname} is not asked`);
    }
    return url;
  }
  if (!policy.ports.has(port) && !hasExceptionAt(port, policy))
    throw refuse("its port is not asked");
  const labels = host.split(".");
  if (labels.length < 2 || labels.includes("")) throw refuse("its host is not a full name");
  if (PRIVATE_SUFFIXES.some((suffix) => host.endsWith(`.${suffix}`))) {
    throw refuse("its host is a private name");
  }
  return url;
}

/** Whether a connection may be made to an address, which a name has led to or a URL has named. */
export const mayConnect = (address: string, port: number, policy: TargetPolicy): boolean =>
  policy.exceptions.has(`${address}:${port}`) ||
  (policy.ports.has(port) && isPublicAddress(address));

/** Host without brackets, and port, of an http address. */
export function placeOf({ hostname, port, protocol }: Pick<URL, "hostname" | "port" | "protocol">) {
  return {
    host: hostname.replace(/^\[(.*)\]$/, "$1"),
    port: port === "" ? (protocol === "https:" ? 443 : 80) : Number(port),
  };
}

const hasExceptionAt = (port: number, { exceptions }: TargetPolicy) =>
  [...exceptions].some((place) => place.endsWith(`:${port}`));

const refuse = (why: string) => new OutgoingError("URL_REFUSED", `The address is refused: ${why}.`);
