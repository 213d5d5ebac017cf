import type { Config } from "../core/config/config.schema.ts";
import { createIdentity, type Identity, type IdentityOptions } from "../core/identity/identity.ts";
import { createMailSender } from "../core/identity/identity-mails.ts";
import { createProvider, type ProviderSettings } from "../core/identity/oidc/provider.ts";
import type { Logger } from "../core/log.ts";
import { openMailTransport } from "../core/mail/transport.ts";
import { asFetch } from "../core/outgoing/as-fetch.ts";
import type { OutgoingClient } from "../core/outgoing/outgoing-client.ts";

type Options = Omit<IdentityOptions, "settings" | "sendMail" | "providers"> & {
  chainId: number;
  /** The way out to providers. */
  outgoing: Pick<OutgoingClient, "send">;
  log: Logger;
};

/** Opens everything about who somebody is; nothing where the operator has set no secret for it. */
export function openIdentity(
  config: Config<"api">,
  { chainId, outgoing, log, ...options }: Options,
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
  const settings = { secrets, audience, origins, chainId, publicUrl: config.PUBLIC_URL };
  const fetch = asFetch(outgoing);
  const providers = providersOf(config).map((provider) => createProvider(provider, fetch));
  return createIdentity({
    ...{ ...options, settings, sendMail, providers },
    onAuditError: (err) => log.warn({ err }, "a refused sign-in was not written down"),
  });
}

/** Providers whose variables are all there; `checkOidcSettings` has refused halves. */
function providersOf(config: Config<"api">): ProviderSettings[] {
  const {
    OIDC_NAME,
    OIDC_ISSUER,
    OIDC_CLIENT_ID,
    OIDC_CLIENT_SECRET,
    GOOGLE_CLIENT_ID,
    GOOGLE_CLIENT_SECRET,
    APPLE_CLIENT_ID,
    APPLE_TEAM_ID: teamId,
    APPLE_KEY_ID: keyId,
    APPLE_PRIVATE_KEY: privateKey,
  } = config;
  const providers: ProviderSettings[] = [];
  if (
    OIDC_ISSUER !== undefined &&
    OIDC_CLIENT_ID !== undefined &&
    OIDC_CLIENT_SECRET !== undefined
  ) {
    const [clientId, secret] = [OIDC_CLIENT_ID, OIDC_CLIENT_SECRET];
    providers.push({ name: OIDC_NAME, issuer: OIDC_ISSUER, clientId, secret });
  }
  if (GOOGLE_CLIENT_ID !== undefined && GOOGLE_CLIENT_SECRET !== undefined) {
    const [clientId, secret] = [GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET];
    providers.push({ name: "google", issuer: "https://accounts.google.com", clientId, secret });
  }
  if (
    APPLE_CLIENT_ID !== undefined &&
    teamId !== undefined &&
    keyId !== undefined &&
    privateKey !== undefined
  ) {
    const secret = { teamId, keyId, privateKey };
    const [name, issuer] = ["apple", "https://appleid.apple.com"];
    providers.push({ name, issuer, clientId: APPLE_CLIENT_ID, secret });
  }
  return providers;
}
