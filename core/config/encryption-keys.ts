import { z } from "zod";

const KEY_BYTES = 32;

const NAMED_KEY = /^([a-z0-9][a-z0-9-]{0,31}):([A-Za-z0-9+/]{43}=)$/;

/** Keys with their names, the one that encrypts first: `name:base64,older:base64`, 32 bytes each. */
export const encryptionKeys = z
  .string()
  .transform((list) => list.split(",").map((entry) => NAMED_KEY.exec(entry.trim())))
  .transform((entries, context) => {
    const refuse = (message: string) => {
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    };
    const keys = entries.map((entry) => ({
      id: entry?.[1] ?? "",
      key: new Uint8Array(Buffer.from(entry?.[2] ?? "", "base64")),
    }));
    const [first, ...older] = keys;
    if (first === undefined || keys.some(({ key }) => key.length !== KEY_BYTES)) {
      return refuse(`must be name:key, with ${KEY_BYTES} random bytes in base64, or several`);
    }
    if (keys.some(({ key }) => new Set(key).size < KEY_BYTES / 4)) {
      return refuse("must be keys of your own, for example of `openssl rand -base64 32`");
    }
    if (new Set(keys.map(({ id }) => id)).size !== keys.length) {
      return refuse("must have a name of its own for each key");
    }
    return [first, ...older] as const;
  });
