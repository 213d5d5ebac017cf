import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";

/** How a token is made that somebody has tampered with. */
export type Tampering = Partial<{
  claims: JWTPayload;
  header: Record<string, string>;
  /** Signed by a key that the issuer does not publish. */
  isForged: true;
  /** Not signed at all, and says so. */
  isUnsigned: true;
  /** The answer has no ID token. */
  isMissing: true;
}>;

/** A provider on loopback that does what a test wants of it. */
export type FakeIssuer = {
  url: string;
  /** Host and port. */
  place: string;
  clientId: string;
  secret: string;
  /** Lets somebody sign in at the address that the API gave. @returns the code that comes back */
  signIn(authorizationUrl: string, claims: JWTPayload, tampering?: Tampering): string;
  /** Last body that was posted for tokens. */
  readonly lastForm: URLSearchParams | undefined;
  /** Whether it answers at all. */
  isDown: boolean;
  close(): Promise<void>;
};

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** Starts it; codes are good once, and only with the verifier whose hash the address had (PKCE). */
export async function startFakeIssuer(): Promise<FakeIssuer> {
  const [own, foreign] = [await generateKeyPair("RS256"), await generateKeyPair("RS256")];
  const jwk = { ...(await exportJWK(own.publicKey)), kid: "own", alg: "RS256", use: "sig" };
  const codes = new Map<
    string,
    { challenge: string; nonce: string; claims: JWTPayload; tampering: Tampering }
  >();
  const clientId = "valyra";
  const secret = "secret-at-the-provider";
  let issued = 0;

  async function idToken({ nonce, claims, tampering }: NonNullable<ReturnType<typeof codes.get>>) {
    const now = Math.floor(Date.now() / 1_000);
    const payload: JWTPayload = {
      ...{ iss: issuer.url, aud: clientId, nonce, iat: now, exp: now + 300 },
      ...claims,
      ...tampering.claims,
    };
    const header = { alg: "RS256", kid: "own", ...tampering.header };
    if (tampering.isUnsigned) return `${encode({ alg: "none" })}.${encode(payload)}.`;
    return new SignJWT(payload)
      .setProtectedHeader(header)
      .sign(tampering.isForged ? foreign.privateKey : own.privateKey);
  }

  async function answer(path: string, form: URLSearchParams): Promise<[number, object]> {
    if (path === "/.well-known/openid-configuration") {
      return [
        200,
        {
          ...{ issuer: issuer.url, authorization_endpoint: `${issuer.url}/authorize` },
          ...{ token_endpoint: `${issuer.url}/token`, jwks_uri: `${issuer.url}/keys` },
          ...{ response_types_supported: ["code"], subject_types_supported: ["public"] },
          id_token_signing_alg_values_supported: ["RS256"],
        },
      ];
    }
    if (path === "/keys") return [200, { keys: [jwk] }];
    issuer.lastForm = form;
    const code = codes.get(form.get("code") ?? "");
    codes.delete(form.get("code") ?? "");
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    if (code === undefined || code.challenge !== challenge)
      return [400, { error: "invalid_grant" }];
    const token = { access_token: "a", token_type: "bearer", expires_in: 60 };
    return [200, code.tampering.isMissing ? token : { ...token, id_token: await idToken(code) }];
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      if (issuer.isDown) return void request.socket.destroy();
      const form = new URLSearchParams(Buffer.concat(chunks).toString());
      answer(request.url ?? "", form).then(
        ([status, body]) => {
          response.writeHead(status, { "content-type": "application/json" });
          response.end(JSON.stringify(body));
        },
        () => response.destroy(),
      );
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // Of a server that listens on TCP.
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer: FakeIssuer & { lastForm: URLSearchParams | undefined } = {
    ...{ url, place: new URL(url).host, clientId, secret },
    ...{ lastForm: undefined, isDown: false },
    signIn(authorizationUrl, claims, tampering = {}) {
      const asked = new URL(authorizationUrl).searchParams;
      issued += 1;
      const code = `code-${issued}`;
      const challenge = asked.get("code_challenge") ?? "";
      codes.set(code, { challenge, nonce: asked.get("nonce") ?? "", claims, tampering });
      return code;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return issuer;
}
