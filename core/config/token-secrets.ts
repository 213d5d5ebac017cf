import { z } from "zod";

/** Of a secret that tokens are signed with (req 2.95, 5.136). */
const MIN_SECRET_BYTES = 32;

/** What stands in examples is no secret. */
const EXAMPLE = /change-?me|example|secret-?secret/i;

const NAMED_SECRET = /^([a-z0-9][a-z0-9-]{0,31}):(.+)$/;

/** Secrets with their names, the one that signs first: `name:secret,older:secret`. */
export const tokenSecrets = z
  .string()
  .transform((list) => list.split(",").map((entry) => NAMED_SECRET.exec(entry.trim())))
  .transform((entries, context) => {
    const refuse = (message: string) => {
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    };
    const secrets = entries.map((entry) => ({
      id: entry?.[1] ?? "",
      secret: new TextEncoder().encode(entry?.[2] ?? ""),
    }));
    const [first, ...older] = secrets;
    if (first === undefined || entries.includes(null)) {
      return refuse("must be name:secret, or several separated by commas");
    }
    if (secrets.some(({ secret }) => secret.length < MIN_SECRET_BYTES)) {
      return refuse(`each secret must have at least ${MIN_SECRET_BYTES} bytes`);
    }
    if (entries.some((entry) => EXAMPLE.test(entry?.[2] ?? ""))) {
      return refuse("must be secrets of your own, for example of `openssl rand -hex 32`");
    }
    if (new Set(secrets.map(({ id }) => id)).size !== secrets.length) {
      return refuse("must have a name of its own for each secret");
    }
    return [first, ...older] as const;
  });
