import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../../../scripts/lib/project-files.ts";

const FOLDER = join(ROOT, "docs/adr");
const read = (name: string) => readFileSync(join(FOLDER, name), "utf8");

test("every decision record has its number, what led to it, what was decided and what follows", () => {
  const names = readdirSync(FOLDER);
  expect(names.length).toBeGreaterThan(15);
  for (const name of names) {
    const number = Number(/^(\d{4})-[a-z0-9-]+\.md$/.exec(name)?.[1]);
    const text = read(name);
    expect(text, name).toMatch(new RegExp(`^# ${number}\\. `));
    for (const part of ["Context", "Decision", "Consequences"]) {
      expect(text, `${name}: ${part}`).toMatch(
        new RegExp(`^(## ${part}$|\\*\\*${part}\\.\\*\\*)`, "m"),
      );
    }
  }
});

test("the record of how somebody proves who he is says what is signed, how long it holds, and what was left out [2.116]", () => {
  const text = read("0017-who-is-asking.md");
  for (const subject of [
    ...["EIP-4361", "ERC-1271", "ERC-6492", "EIP-712", "argon2id"],
    ...["15 minutes", "refresh token", "no cookies", "row"],
  ]) {
    expect(text, subject).toContain(subject);
  }
});

test("the record of errors says the form of every refusal [2.115]", () => {
  const text = read("0008-problem-json.md");
  for (const subject of ["RFC 9457", "code"]) expect(text, subject).toContain(subject);
});

test("the record of addresses says how every resource is asked for [2.114]", () => {
  const text = read("0039-addresses-of-the-api.md");
  for (const subject of ["/v1", "ids=", "include=", "`data`, `page`, `meta`"]) {
    expect(text, subject).toContain(subject);
  }
});

test("the record of payments says who signs, and when a payment counts [2.117]", () => {
  const text = read("0040-money-moves-on-the-chain.md");
  for (const subject of ["unsigned", "no key of a user", "indexed", "final"]) {
    expect(text, subject).toContain(subject);
  }
});
