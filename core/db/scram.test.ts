import { expect, test } from "vitest";
import { scramVerifier } from "./scram.ts";

test("the verifier is the one that Postgres itself computes", () => {
  // From RFC 7677, section 3: user "user", password "pencil".
  const salt = Buffer.from("W22ZaJ0SNY7soEsUEjb6gQ==", "base64");
  expect(scramVerifier("pencil", salt)).toBe(
    "SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=",
  );
});

test("two verifiers of one password differ, and other text than ASCII is refused", () => {
  expect(scramVerifier("pencil")).not.toBe(scramVerifier("pencil"));
  expect(() => scramVerifier("pässword")).toThrow("printable ASCII");
  expect(() => scramVerifier("")).toThrow("printable ASCII");
});
