import { isIP } from "node:net";
import { connect } from "node:tls";
import { type Resolve, resolveAllowed, resolveBySystem } from "./guarded-connector.ts";
import { OutgoingError } from "./outgoing-error.ts";
import { DEFAULT_TARGETS, mayConnect, parseTarget, placeOf, type TargetPolicy } from "./target.ts";

/** The certificate of a server, and what a client would hold against it. */
export type Certificate = {
  expiresAt: Date;
  /** Code of OpenSSL or Node, such as `CERT_HAS_EXPIRED`; null for one that is trusted. */
  problem: string | null;
};

/**
 * Reads the certificate that a server shows.
 *
 * @throws OutgoingError for an address that is refused, or a server that shows none
 */
export type ReadCertificate = (url: string, signal?: AbortSignal) => Promise<Certificate>;

export type CertificateOptions = Partial<TargetPolicy> & {
  resolve?: Resolve | undefined;
  /** Issuers to trust beside those of Node; for servers of the operator. */
  ca?: readonly string[] | undefined;
};

/** From the look-up of the name to the end of the handshake, milliseconds. */
const TIMEOUT_MS = 8_000;

/**
 * Makes what reads certificates. The guarded client refuses a connection whose certificate is over, so
 * it could never say since when; this one goes by the same rules of addresses, shakes hands, sends
 * nothing and hangs up.
 */
export function createCertificateReader({
  resolve = resolveBySystem,
  ca,
  ...targets
}: CertificateOptions = {}): ReadCertificate {
  const policy: TargetPolicy = { ...DEFAULT_TARGETS, ...targets };
  return async (input, signal) => {
    const url = parseTarget(input, policy);
    if (url.protocol !== "https:") throw new OutgoingError("URL_REFUSED", "It is not https.");
    const { host, port } = placeOf(url);
    const address = await resolveAllowed(host, port, policy, resolve);
    signal?.throwIfAborted();
    return new Promise((give, fail) => {
      const socket = connect({
        ...{ host: address, port, rejectUnauthorized: false, ALPNProtocols: ["http/1.1"] },
        ...(isIP(host) === 0 ? { servername: host } : {}),
        ...(ca === undefined ? {} : { ca: [...ca] }),
      });
      const end = (settle: () => void) => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", onAbort);
        socket.on("error", () => undefined).destroy();
        settle();
      };
      const giveUp = (error: unknown) => end(() => fail(error));
      const onAbort = () => giveUp(signal?.reason);
      const timer = setTimeout(
        () => giveUp(new OutgoingError("TIMEOUT", "The handshake took too long.")),
        TIMEOUT_MS,
      ).unref();
      signal?.addEventListener("abort", onAbort, { once: true });
      socket.once("error", (cause) =>
        giveUp(new OutgoingError("UNREACHABLE", "There was no handshake.", { cause })),
      );
      socket.once("secureConnect", () => {
        // The last word: nothing between here and the kernel may have chosen another peer.
        if (!mayConnect(socket.remoteAddress ?? "", port, policy)) {
          return giveUp(new OutgoingError("ADDRESS_REFUSED", `${host} is not public.`));
        }
        const { valid_to: validTo } = socket.getPeerCertificate();
        const expiresAt = new Date(validTo);
        if (Number.isNaN(expiresAt.getTime())) {
          return giveUp(new OutgoingError("UNREACHABLE", "No certificate was shown."));
        }
        // Typed as an error; it is the code of one.
        const problem = socket.authorized ? null : String(socket.authorizationError);
        end(() => give({ expiresAt, problem }));
      });
    });
  };
}
