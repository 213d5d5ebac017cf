import type { Config } from "../core/config/config.schema.ts";
import { createIdentity, type Identity, type IdentityOptions } from "../core/identity/identity.ts";
import { createMailSender } from "../core/identity/identity-mails.ts";
import type { Logger } from "../core/log.ts";
import { openMailTransport } from "../core/mail/transport.ts";

type Options = Omit<IdentityOptions, "settings" | "sendMail"> & { chainId: number; log: Logger };

/** Opens everything about who somebody is; nothing where the operator has set no secret for it. */
export function openIdentity(
  config: Config<"api">,
  { chainId, log, ...options }: Options,
): Identity | undefined {
  const { AUTH_SECRETS: secrets, AUTH_AUDIENCE: audience, AUTH_ORIGINS: origins } = config;
  if (secrets === undefined) return undefined;
  const transport = openMailTransport({
    smtpUrl: config.MAIL_SMTP_URL,
    folder: config.MAIL_FOLDER,
    from: config.MAIL_FROM,
  });
  const sendMail = createMailSender(transport, {
    pageUrl: origins[0] ?? "",
    onFailure: (err) => log.warn({ err }, "a mail about an account did not go out"),
  });
  const settings = { secrets, audience, origins, chainId };
  return createIdentity({ ...options, settings, sendMail });
}
