import { errors, jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import type { WallClock } from "../clock.ts";
import { DomainError } from "../errors.ts";
import { type IdentitySettings, LIFETIMES } from "./settings.ts";

/** Fixed here: what a token says of its own algorithm is compared with it, never believed. */
const ALGORITHM = "HS256";
const TYPE = "at+jwt";
const ISSUER = "valyra";

const Claims = z.object({ sub: z.uuid(), sid: z.uuid(), jti: z.uuid() });

/** What an access token says: which account, by which session. */
export type AccessClaims = { accountId: string; sessionId: string };

export type AccessTokens = {
  issue(claims: AccessClaims): Promise<{ token: string; expiresAt: Date }>;
  /** @throws DomainError INVALID_TOKEN or EXPIRED_TOKEN */
  read(token: string): Promise<AccessClaims>;
};

/** Issues and reads access tokens (RFC 9068, HS256), by the secrets of the settings (check AU-6). */
export function createAccessTokens(
  { secrets, audience }: Pick<IdentitySettings, "secrets" | "audience">,
  now: WallClock,
): AccessTokens {
  const byId = new Map(secrets.map(({ id, secret }) => [id, secret]));
  const [current] = secrets;
  return {
    async issue({ accountId, sessionId }) {
      const issuedAt = Math.floor(now().getTime() / 1_000);
      const expiresAt = issuedAt + LIFETIMES.accessToken;
      const token = await new SignJWT({ sid: sessionId })
        .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: current.id })
        .setIssuer(ISSUER)
        .setAudience(audience)
        .setSubject(accountId)
        .setJti(crypto.randomUUID())
        .setIssuedAt(issuedAt)
        .setExpirationTime(expiresAt)
        .sign(current.secret);
      return { token, expiresAt: new Date(expiresAt * 1_000) };
    },
    async read(token) {
      try {
        const { payload } = await jwtVerify(token, ({ kid }) => secretOf(byId, kid), {
          algorithms: [ALGORITHM],
          typ: TYPE,
          issuer: ISSUER,
          audience,
          currentDate: now(),
          requiredClaims: ["exp", "iat"],
          // A token that claims to be good for longer was not issued here.
          maxTokenAge: LIFETIMES.accessToken,
        });
        const { sub, sid } = Claims.parse(payload);
        return { accountId: sub, sessionId: sid };
      } catch (cause) {
        if (cause instanceof errors.JWTExpired) {
          throw new DomainError("EXPIRED_TOKEN", "The token has expired.");
        }
        throw new DomainError("INVALID_TOKEN", "The token is not good.");
      }
    },
  };
}

/** By its name among ours alone; a name that looks like a path or a statement is just unknown. */
function secretOf(byId: ReadonlyMap<string, Uint8Array>, id: string | undefined): Uint8Array {
  const secret = id === undefined ? undefined : byId.get(id);
  if (secret === undefined) throw new Error("unknown key");
  return secret;
}
