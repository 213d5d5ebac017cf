import { generateKeyPairSync, randomBytes } from "node:crypto";
import { CompactEncrypt, FlattenedEncrypt } from "jose";
import { expect, test } from "vitest";
import { checkEnvelope, ENVELOPES, type Envelope } from "../../../core/uploads/envelopes.ts";

const PLACE = { index: 0 };

/** The generator of secp256k1, as a key that somebody has made for once. */
const POINT = Buffer.from(
  "0479be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8",
  "hex",
);

const box = (changes: object = {}, ciphertext = randomBytes(600)) =>
  Buffer.from(
    JSON.stringify({
      version: "x25519-xsalsa20-poly1305",
      nonce: randomBytes(24).toString("base64"),
      ephemPublicKey: randomBytes(32).toString("base64"),
      ciphertext: ciphertext.toString("base64"),
      ...changes,
    }),
  );
const ecies = (ciphertext = randomBytes(600), point = POINT) =>
  Buffer.concat([point, randomBytes(32), ciphertext]);
const { publicKey } = generateKeyPairSync("x25519");
const jwe = async (
  alg = "ECDH-ES+A256KW",
  key: Parameters<CompactEncrypt["encrypt"]>[0] = publicKey,
) =>
  Buffer.from(
    await new CompactEncrypt(randomBytes(500))
      .setProtectedHeader({ alg, enc: "A256GCM" })
      .encrypt(key),
  );

const isTaken = (file: Buffer, envelope: Envelope) => {
  try {
    checkEnvelope(file, envelope, PLACE);
    return true;
  } catch (error) {
    expect(error).toMatchObject({ code: "FILE_REFUSED" });
    return false;
  }
};

test("ciphertext is taken in the form that it is declared to have [5.70]", async () => {
  const good = { "x25519-xsalsa20-poly1305": box(), "ecies-secp256k1": ecies(), jwe: await jwe() };
  for (const envelope of ENVELOPES) {
    for (const declared of ENVELOPES) {
      expect(isTaken(good[envelope], declared), `${envelope} as ${declared}`).toBe(
        envelope === declared,
      );
    }
  }
});

test("what is no ciphertext is refused, also in the clothes of one (UP-1) [5.70]", async () => {
  const secret = Buffer.from("user: admin, password: hunter2; ".repeat(40));
  const flattened = await new FlattenedEncrypt(secret)
    .setProtectedHeader({ alg: "ECDH-ES", enc: "A256GCM" })
    .encrypt(publicKey);
  const cases: [string, Buffer, Envelope][] = [
    ...ENVELOPES.flatMap((envelope): [string, Buffer, Envelope][] => [
      ["plain text", secret, envelope],
      ["noise without a form", randomBytes(1_000), envelope],
      ["JSON of something else", Buffer.from('{"password":"hunter2"}'), envelope],
    ]),
    ["plain text in a box", box({}, secret), "x25519-xsalsa20-poly1305"],
    ["a short nonce", box({ nonce: "AAAA" }), "x25519-xsalsa20-poly1305"],
    ["another version", box({ version: "plain" }), "x25519-xsalsa20-poly1305"],
    ["something beside the box", box({ note: "hunter2" }), "x25519-xsalsa20-poly1305"],
    ["nothing in the box", box({ ciphertext: "" }), "x25519-xsalsa20-poly1305"],
    ["plain text behind a key", ecies(secret), "ecies-secp256k1"],
    ["a key that is no point", ecies(undefined, Buffer.alloc(65, 4)), "ecies-secp256k1"],
    ["nothing behind the key", ecies(Buffer.alloc(0)), "ecies-secp256k1"],
    ["a shared key", await jwe("A256KW", randomBytes(32)), "jwe"],
    ["JWE in JSON", Buffer.from(JSON.stringify(flattened)), "jwe"],
    ["a JWT", Buffer.from("eyJhbGciOiJub25lIn0.eyJwIjoiaHVudGVyMiJ9."), "jwe"],
  ];
  for (const [what, file, envelope] of cases) {
    expect(isTaken(file, envelope), `${what} as ${envelope}`).toBe(false);
  }
});
