import { generateKeyPairSync, sign } from "node:crypto";

/** One value of DER (X.690): its tag, its length in the short or the long form, and its bytes. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const { length } = body;
  const size =
    length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
}

const hex = (text: string) => Buffer.from(text, "hex");
const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts);
const time = (at: Date) =>
  der(0x17, Buffer.from(`${at.toISOString().replaceAll(/[-:T]/g, "").slice(2, 14)}Z`));

/** ecdsa-with-SHA256, commonName, subjectAltName and basicConstraints. */
const ECDSA = sequence(der(0x06, hex("2a8648ce3d040302")));
const COMMON_NAME = der(0x06, hex("550403"));
const ALTERNATIVE_NAME = der(0x06, hex("551d11"));
const CONSTRAINTS = der(0x06, hex("551d13"));

/** A certificate for 127.0.0.1 that has signed itself, good until a moment; with its key, as PEM. */
export function makeCertificate(until: Date): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const name = sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from("test")))));
  const from = new Date(until.getTime() - 90 * 86_400_000);
  const host = der(0x04, sequence(der(0x87, Buffer.from([127, 0, 0, 1]))));
  const isIssuer = der(0x04, sequence(der(0x01, hex("ff"))));
  const content = sequence(
    der(0xa0, der(0x02, hex("02"))),
    der(0x02, hex("01")),
    ECDSA,
    name,
    sequence(time(from), time(until)),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, sequence(sequence(ALTERNATIVE_NAME, host), sequence(CONSTRAINTS, isIssuer))),
  );
  const signature = der(0x03, hex("00"), sign("sha256", content, privateKey));
  const text = sequence(content, ECDSA, signature).toString("base64").replaceAll(/.{64}/g, "$&\n");
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----\n`,
  };
}
