import { z } from "zod";

const text = z.string().min(1);
const address = z.url({ protocol: /^https?$/, error: "must be an http:// address" });

/** What API and workers read of where uploads are kept. */
export const UPLOAD_SETTINGS = {
  UPLOADS_FOLDER: text.default(".uploads"),
  UPLOADS_KUBO_URL: address.optional(),
  UPLOADS_PINATA_URL: address.optional(),
  UPLOADS_PINATA_TOKEN: text.optional(),
  UPLOADS_GATEWAY_URL: address.optional(),
};

type Name = keyof typeof UPLOAD_SETTINGS;

/** Refuses more than one storage, and one that lacks something. */
export function checkUploadSettings(
  settings: Partial<Record<Name, string | undefined>>,
  context: z.core.$RefinementCtx,
): void {
  const say = (name: Name, message: string) =>
    context.addIssue({ code: "custom", path: [name], message });
  if (settings.UPLOADS_PINATA_URL === undefined) return;
  if (settings.UPLOADS_KUBO_URL !== undefined) {
    say("UPLOADS_KUBO_URL", "cannot be set together with UPLOADS_PINATA_URL");
  }
  for (const name of ["UPLOADS_PINATA_TOKEN", "UPLOADS_GATEWAY_URL"] as const) {
    if (settings[name] === undefined) say(name, "is missing");
  }
}
