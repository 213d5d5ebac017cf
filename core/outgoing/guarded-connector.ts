import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { buildConnector } from "undici";
import { OutgoingError } from "./outgoing-error.ts";
import { mayConnect, placeOf, type TargetPolicy } from "./target.ts";

/** Gives every address of a name. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** As the system resolves names. */
export const resolveBySystem: Resolve = async (host) =>
  (await lookup(host, { all: true, order: "verbatim" })).map(({ address }) => address);

/**
 * Makes connections to checked addresses only. A name is resolved once, every address of it must be
 * allowed, and the connection goes to the address that was checked and not to the name: a second
 * answer of the name server is never asked for, so it cannot differ (DNS rebinding).
 */
export function createGuardedConnector(
  policy: TargetPolicy,
  { resolve, connectTimeoutMs }: { resolve: Resolve; connectTimeoutMs: number },
): buildConnector.connector {
  const connect = buildConnector({ timeout: connectTimeoutMs, allowH2: false });
  return (options, callback) => {
    const { host, port } = placeOf(options);
    const isNumeric = isIP(host) !== 0;
    resolveAllowed(host, port, policy, resolve).then(
      (address) =>
        connect(
          {
            ...options,
            hostname: address,
            // The certificate is still that of the name.
            ...(isNumeric ? {} : { servername: options.servername ?? host }),
          },
          (...result) => {
            const [error, socket] = result;
            if (error !== null) return callback(error, null);
            // The last word: nothing between here and the kernel may have chosen another peer.
            if (!mayConnect(socket.remoteAddress ?? "", port, policy)) {
              socket.destroy();
              return callback(refuse(host), null);
            }
            callback(null, socket);
          },
        ),
      (error: unknown) => callback(error as Error, null),
    );
  };
}

/**
 * The address that a host is asked at.
 *
 * @throws OutgoingError ADDRESS_REFUSED unless every address of the host is allowed, NAME_NOT_FOUND
 */
export async function resolveAllowed(
  host: string,
  port: number,
  policy: TargetPolicy,
  resolve: Resolve,
): Promise<string> {
  const addresses = isIP(host) === 0 ? await resolveName(host, resolve) : [host];
  // One that is not allowed beside one that is means that somebody tries.
  if (!addresses.every((address) => mayConnect(address, port, policy))) throw refuse(host);
  const [first] = addresses;
  if (first === undefined) throw new OutgoingError("NAME_NOT_FOUND", `${host} has no address.`);
  return first;
}

async function resolveName(host: string, resolve: Resolve): Promise<readonly string[]> {
  try {
    return await resolve(host);
  } catch (cause) {
    throw new OutgoingError("NAME_NOT_FOUND", `${host} cannot be resolved.`, { cause });
  }
}

const refuse = (host: string) =>
  new OutgoingError("ADDRESS_REFUSED", `${host} is not on the public internet.`);
