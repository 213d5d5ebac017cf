import { hkdfSync } from "node:crypto";
import { LRUCache } from "lru-cache";
import { Webhook } from "standardwebhooks";
import { publicSignature } from "./public-signature.ts";

/** Bytes of a secret; Standard Webhooks asks for 24 to 64. */
const SECRET_BYTES = 32;

/**
 * The secret of an endpoint, as its owner enters it where messages arrive. It is worked out from its id
 * (HKDF, RFC 5869), so that no copy of the database holds one.
 *
 * @param key at least 32 bytes that only our processes know
 */
export function signingSecret(key: Buffer, secretId: string): string {
  const bytes = hkdfSync("sha256", key, secretId, "valyra webhook secret", SECRET_BYTES);
  return `whsec_${Buffer.from(bytes).toString("base64")}`;
}

/** Secrets that a process keeps worked out, for each key: of endpoints that are served at the moment. */
const MOST_SIGNERS = 1_000;
const signersOf = new WeakMap<Buffer, LRUCache<string, Webhook>>();

/** Working a secret out takes longer than signing with it, so it is done once for many messages. */
function signerOf(key: Buffer, secretId: string): Webhook {
  let signers = signersOf.get(key);
  if (signers === undefined) {
    signers = new LRUCache({ max: MOST_SIGNERS });
    signersOf.set(key, signers);
  }
  let signer = signers.get(secretId);
  if (signer === undefined) {
    signer = new Webhook(signingSecret(key, secretId));
    signers.set(secretId, signer);
  }
  return signer;
}

/** Who signs: secrets by their ids, and whether the published key signs as well. */
export type Signers = { secretIds: readonly string[]; hasPublicSignature: boolean };

/**
 * Headers of a message by Standard Webhooks, with one signature for each secret that is live.
 *
 * @param key at least 32 bytes that only our processes know
 */
export function signMessage(
  key: Buffer,
  { secretIds, hasPublicSignature }: Signers,
  messageId: string,
  at: Date,
  body: string,
): Record<string, string> {
  const signatures = secretIds.map((secretId) => signerOf(key, secretId).sign(messageId, at, body));
  if (hasPublicSignature) signatures.push(publicSignature(key, messageId, at, body));
  return {
    "webhook-id": messageId,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1_000)),
    "webhook-signature": signatures.join(" "),
  };
}
