import { importPKCS8, SignJWT } from "jose";
import type { ClientAuth } from "openid-client";
import * as client from "openid-client";
import { DomainError } from "../../errors.ts";
import { OutgoingError } from "../../outgoing/outgoing-error.ts";

/** What Apple wants instead of a secret: a key that signs one for each request. */
export type AppleKey = { teamId: string; keyId: string; privateKey: string };

/** A provider as the operator configures it (req 3.84, 5.61, 5.62). */
export type ProviderSettings = {
  /** In addresses: `google`, `apple`, or what the operator calls his own. */
  name: string;
  issuer: string;
  clientId: string;
  secret: string | AppleKey;
};

/** Whom a provider has sent back, after every check of the ID token. */
export type ProvedIdentity = {
  issuer: string;
  subject: string;
  /** In lower case, and only when the provider says that it is verified. */
  verifiedEmail: string | undefined;
};

/** What one sign-in is bound to. */
export type SignInChecks = {
  state: string;
  nonce: string;
  codeVerifier: string;
  redirectUri: string;
};

/** A provider as signing in uses it. */
export type Provider = {
  readonly name: string;
  /** Where the reader is sent. @throws DomainError PROVIDER_UNAVAILABLE */
  authorizationUrl(checks: SignInChecks): Promise<string>;
  /**
   * Exchanges the code for an ID token and checks it: signature by a key of the issuer, issuer,
   * audience, times and nonce.
   *
   * @throws DomainError INVALID_CREDENTIALS whatever is wrong of it, or PROVIDER_UNAVAILABLE
   */
  redeem(
    answer: { code: string; iss?: string | undefined },
    checks: SignInChecks,
  ): Promise<ProvedIdentity>;
};

/** How long what a provider says of itself is believed. */
const METADATA_MS = 3_600_000;
const TIMEOUT_SECONDS = 10;
/** A signed secret is used at once. */
const APPLE_SECRET_SECONDS = 300;

/**
 * A provider whose requests leave by the guarded client.
 *
 * @param fetch the client in the shape of `fetch` (core/outgoing/as-fetch.ts)
 */
export function createProvider(
  { name, issuer, clientId, secret }: ProviderSettings,
  fetch: client.CustomFetch,
): Provider {
  const isApple = typeof secret !== "string";
  let known: { config: Promise<client.Configuration>; until: number } | undefined;

  function configuration(): Promise<client.Configuration> {
    if (known !== undefined && known.until > Date.now()) return known.config;
    const config = discover();
    const entry = { config, until: Date.now() + METADATA_MS };
    known = entry;
    // What failed is not kept: the next reader tries again.
    config.catch(() => {
      if (known === entry) known = undefined;
    });
    return config;
  }

  async function discover(): Promise<client.Configuration> {
    const server = new URL(issuer);
    // Plain HTTP gets no further than the exceptions of the guarded client: tests on loopback.
    const insecure = server.protocol === "http:" ? [client.allowInsecureRequests] : [];
    const config = await client.discovery(server, clientId, {}, authentication(secret, clientId), {
      [client.customFetch]: fetch,
      timeout: TIMEOUT_SECONDS,
      execute: [...insecure, client.enableNonRepudiationChecks],
    });
    return config;
  }

  return {
    name,
    async authorizationUrl({ state, nonce, codeVerifier, redirectUri }) {
      const config = await configuration().catch(rethrow);
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: isApple ? "openid email" : "openid email profile",
        code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: "S256",
        ...{ response_type: "code", state, nonce },
        // Apple gives an address to forms alone.
        ...(isApple ? { response_mode: "form_post" } : {}),
      });
      return url.href;
    },
    async redeem({ code, iss }, { state, nonce, codeVerifier, redirectUri }) {
      const config = await configuration().catch(rethrow);
      const returned = new URL(redirectUri);
      const answer = { code, state, ...(iss === undefined ? {} : { iss }) };
      returned.search = new URLSearchParams(answer).toString();
      const tokens = await client
        .authorizationCodeGrant(config, returned, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: codeVerifier,
          idTokenExpected: true,
        })
        .catch(rethrow);
      const claims = tokens.claims();
      // OpenID Connect Core 5.1: a name of at most 255 letters.
      if (claims === undefined || !/^.{1,255}$/s.test(claims.sub)) throw notGood();
      const { email, email_verified: isVerified } = claims;
      // Apple writes the word; anything else than a clear yes is a no.
      const isSure = isVerified === true || isVerified === "true";
      const verifiedEmail =
        typeof email === "string" && isSure ? email.trim().toLowerCase() : undefined;
      return { issuer: claims.iss, subject: claims.sub, verifiedEmail };
    },
  };
}

function authentication(secret: string | AppleKey, clientId: string): ClientAuth {
  if (typeof secret === "string") return client.ClientSecretPost(secret);
  return async (_server, _client, body) => {
    body.set("client_id", clientId);
    body.set("client_secret", await appleSecret(secret, clientId));
  };
}

/** A secret for Apple: a token of ours for its issuer, signed by the key that it knows. */
async function appleSecret({ teamId, keyId, privateKey }: AppleKey, clientId: string) {
  const key = await importPKCS8(privateKey, "ES256");
  return new SignJWT()
    .setProtectedHeader({ alg: "ES256", kid: keyId })
    .setIssuer(teamId)
    .setSubject(clientId)
    .setAudience("https://appleid.apple.com")
    .setIssuedAt()
    .setExpirationTime(`${APPLE_SECRET_SECONDS}s`)
    .sign(key);
}

/** Whether a provider is out of reach or has answered with something that is not good. */
function rethrow(error: unknown): never {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const isTimeout = "code" in cause && cause.code === "OAUTH_TIMEOUT";
    if (cause instanceof OutgoingError || isTimeout) {
      throw new DomainError("PROVIDER_UNAVAILABLE", "The provider cannot be asked.", {
        cause: error,
      });
    }
  }
  throw notGood(error);
}

const notGood = (cause?: unknown) =>
  new DomainError("INVALID_CREDENTIALS", "The answer of the provider is not good.", { cause });
