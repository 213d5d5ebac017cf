import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { DomainError } from "../errors.ts";
import { createAccessTokens } from "./access-tokens.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const OLD = { id: "old", secret: bytes("o".repeat(40)) };
const NEW = { id: "new", secret: bytes("n".repeat(40)) };
const NOW = 1_772_366_400;
const at = (seconds: number) => () => new Date(seconds * 1_000);
const claims = {
  accountId: "0b6e62d2-3f0e-4bd5-9a6e-5c6f3f3b8f2e",
  sessionId: "3f0e4bd5-9a6e-4c6f-b3f3-b8f2e0b6e62d",
};
const tokens = createAccessTokens({ secrets: [NEW, OLD], audience: "here" }, at(NOW));

async function codeOf(token: string, reader = tokens): Promise<string | undefined> {
  try {
    await reader.read(token);
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

const HEADER = { alg: "HS256", typ: "at+jwt", kid: "new" };
const PAYLOAD = {
  ...{ iss: "valyra", aud: "here", sub: claims.accountId, sid: claims.sessionId },
  ...{ jti: claims.accountId, iat: NOW, exp: NOW + 900 },
};

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A token as somebody forges it, signed with a secret that he may even know. */
function forge(header: object, payload: object, { secret = NEW.secret, hash = "sha256" } = {}) {
  const text = `${encode({ ...HEADER, ...header })}.${encode({ ...PAYLOAD, ...payload })}`;
  return `${text}.${createHmac(hash, secret).update(text).digest("base64url")}`;
}

describe("an access token", () => {
  test("is read by whom it was issued for, and by older secrets while they are kept [3.64, 4.5]", async () => {
    const { token, expiresAt } = await tokens.issue(claims);
    expect(await tokens.read(token)).toEqual(claims);
    expect(expiresAt).toEqual(new Date((NOW + 900) * 1_000));
    expect(await codeOf(forge({}, {}))).toBeUndefined();
    const before = createAccessTokens({ secrets: [OLD], audience: "here" }, at(NOW));
    expect(await tokens.read((await before.issue(claims)).token)).toEqual(claims);
    expect(await codeOf(token, before)).toBe("INVALID_TOKEN");
  });

  test("is refused when anything of it is another's (AU-6) [2.69, 3.2]", async () => {
    const { token } = await tokens.issue(claims);
    expect(
      await codeOf(token, createAccessTokens({ secrets: [NEW], audience: "here" }, at(NOW + 901))),
    ).toBe("EXPIRED_TOKEN");
    const [head = "", body = "", signature = ""] = token.split(".");
    const forged = [
      `${encode({ ...HEADER, alg: "none" })}.${body}.`,
      `${encode({ alg: "none", typ: "at+jwt" })}.${body}.${signature}`,
      forge({ alg: "HS512" }, {}, { hash: "sha512" }),
      forge({ typ: "JWT" }, {}),
      ...["../../etc/passwd", "new' OR '1'='1", "__proto__", "toString", "", "gone"].map((kid) =>
        forge({ kid }, {}),
      ),
      forge({ kid: "old" }, {}),
      forge({}, {}, { secret: bytes("") }),
      ...[{ iss: "other" }, { aud: "there" }, { sub: "1" }, { sid: undefined }].map((payload) =>
        forge({}, payload),
      ),
      ...[
        { exp: undefined },
        { iat: undefined },
        { iat: NOW + 600 },
        { exp: NOW - 1, iat: NOW - 5_000 },
      ].map((payload) => forge({}, payload)),
      ...["", ".", "..", `${head}.${body}`, `${token}.x`].map((text) => text),
    ];
    for (const text of forged)
      expect(await codeOf(text), text).toMatch(/^(INVALID|EXPIRED)_TOKEN$/);
    const bits = Array.from({ length: 300 }, (_, index) => {
      const position = (index * 7) % (token.length - 1);
      const other = token[position] === "A" ? "B" : "A";
      return `${token.slice(0, position)}${other}${token.slice(position + 1)}`;
    });
    for (const text of bits) expect(await codeOf(text), text).toBeDefined();
  });
});
