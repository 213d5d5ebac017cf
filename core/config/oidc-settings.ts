import { z } from "zod";

const text = z.string().min(1);

/** Loopback may be asked over plain HTTP, where the exceptions of outgoing requests allow it. */
const issuer = z
  .url({ protocol: /^https?$/ })
  .refine(
    (address) =>
      /^https:/.test(address) || /^http:\/\/(127\.0\.0\.1|\[::1\])(:|\/|$)/.test(address),
    { error: "must be an https:// address" },
  );

/** A key in PEM, or the same in base64 so that it fits into one line. */
const privateKey = text
  .transform((key) => (key.includes("BEGIN") ? key : Buffer.from(key, "base64").toString("utf8")))
  .refine((key) => key.includes("-----BEGIN PRIVATE KEY-----"), {
    error: "must be a private key in PEM (PKCS #8), or that in base64",
  });

/** Settings of signing in at providers; a provider is there when all of its variables are. */
export const OIDC_SETTINGS = {
  OIDC_NAME: z
    .string()
    .regex(/^(?!google$|apple$)[a-z][a-z0-9-]{0,31}$/, "must be a name of its own in lower case")
    .default("sso"),
  OIDC_ISSUER: issuer.optional(),
  OIDC_CLIENT_ID: text.optional(),
  OIDC_CLIENT_SECRET: text.optional(),
  GOOGLE_CLIENT_ID: text.optional(),
  GOOGLE_CLIENT_SECRET: text.optional(),
  APPLE_CLIENT_ID: text.optional(),
  APPLE_TEAM_ID: text.optional(),
  APPLE_KEY_ID: text.optional(),
  APPLE_PRIVATE_KEY: privateKey.optional(),
};

const GROUPS = [
  ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"],
  ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"],
  ["APPLE_CLIENT_ID", "APPLE_TEAM_ID", "APPLE_KEY_ID", "APPLE_PRIVATE_KEY"],
] as const;

/** Refuses half a provider, which nobody could sign in at. */
export function checkOidcSettings(
  config: Readonly<Record<string, unknown>>,
  context: z.RefinementCtx,
): void {
  for (const group of GROUPS) {
    const missing = group.filter((name) => config[name] === undefined);
    if (missing.length === 0 || missing.length === group.length) continue;
    for (const name of missing) {
      context.addIssue({ code: "custom", path: [name], message: "is missing for its provider" });
    }
  }
}
