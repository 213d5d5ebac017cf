import { hkdfSync } from "node:crypto";
import { Webhook } from "standardwebhooks";

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

/**
 * Headers of a message by Standard Webhooks, with one signature for each secret that is live.
 *
 * @param secrets in the form of `signingSecret`, at least one
 */
export function signMessage(
  secrets: readonly string[],
  messageId: string,
  at: Date,
  body: string,
): Record<string, string> {
  const signatures = secrets.map((secret) => new Webhook(secret).sign(messageId, at, body));
  return {
    "webhook-id": messageId,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1_000)),
    "webhook-signature": signatures.join(" "),
  };
}
