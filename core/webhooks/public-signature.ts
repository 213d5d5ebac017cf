import { createHash, createPrivateKey, createPublicKey, hkdfSync, sign } from "node:crypto";

/** What stands before the 32 bytes of an ed25519 key in PKCS #8 (RFC 8410). */
const PKCS8_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");

/** The key that anybody can verify messages with, as a key of JOSE and of Standard Webhooks. */
export type PublicWebhookKey = {
  kty: "OKP";
  crv: "Ed25519";
  alg: "EdDSA";
  use: "sig";
  /** Names the key: the beginning of its SHA-256. */
  kid: string;
  /** base64url. */
  x: string;
  /** The same key as receivers of Standard Webhooks enter it. */
  standardWebhooks: string;
};

const signingKey = (key: Buffer) => {
  const seed = hkdfSync("sha256", key, "", "valyra webhook ed25519", 32);
  return createPrivateKey({
    key: Buffer.concat([PKCS8_PREFIX, Buffer.from(seed)]),
    format: "der",
    type: "pkcs8",
  });
};

/**
 * The public half of the key that is worked out from `WEBHOOK_KEY` (HKDF, RFC 5869).
 *
 * @param key at least 32 bytes that only our processes know
 */
export function publicWebhookKey(key: Buffer): PublicWebhookKey {
  const { x = "" } = createPublicKey(signingKey(key)).export({ format: "jwk" });
  const bytes = Buffer.from(x, "base64url");
  return {
    kty: "OKP",
    crv: "Ed25519",
    alg: "EdDSA",
    use: "sig",
    kid: createHash("sha256").update(bytes).digest("hex").slice(0, 16),
    x,
    standardWebhooks: `whpk_${bytes.toString("base64")}`,
  };
}

/** The signature `v1a` of Standard Webhooks over the same text that the secrets sign. */
export function publicSignature(key: Buffer, messageId: string, at: Date, body: string): string {
  const content = `${messageId}.${Math.floor(at.getTime() / 1_000)}.${body}`;
  return `v1a,${sign(null, Buffer.from(content), signingKey(key)).toString("base64")}`;
}
