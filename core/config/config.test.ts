import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { LIFETIMES } from "../identity/settings.ts";
import { renderEnvExample, VARIABLES } from "./environment.ts";
import { ConfigError, loadConfig } from "./load.ts";
import { redactConfig, redactUrl } from "./redact.ts";

const API = { API_DATABASE_URL: "postgresql://valyra_api:s3cret@db.example:5432/valyra" };

describe("settings from the environment", () => {
  test("a missing variable stops the start and is named; .env.example is complete [1.25, 5.3]", () => {
    expect(() => loadConfig("api", {})).toThrow(/API_DATABASE_URL is missing/);
    const committed = readFileSync(join(import.meta.dirname, "../../.env.example"), "utf8");
    expect(committed).toBe(renderEnvExample());
    expect(Object.keys(VARIABLES).length).toBeGreaterThan(50);
    for (const name of Object.keys(VARIABLES)) {
      expect(committed).toMatch(new RegExp(`^${name}=`, "m"));
    }
  });

  test("all mistakes come at once, each in a line that says what to do, none with a value [5.58]", () => {
    const secret = "mysql://root:hunter2@h/db";
    try {
      loadConfig("api", { API_DATABASE_URL: secret, API_PORT: "70000", LOG_LEVEL: "loud" });
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigError);
      const { mistakes, message } = error as ConfigError;
      expect(mistakes).toHaveLength(3);
      expect(mistakes.join("\n")).toMatch(/API_DATABASE_URL must be a postgresql:\/\/ conn/);
      expect(mistakes.join("\n")).toMatch(/API_PORT must be between 0 and 65535/);
      expect(message).not.toContain("hunter2");
    }
  });

  test("numbers are decimal digits and nothing else", () => {
    for (const API_PORT of ["0x10", "1e3", "-1", "4.5", "12 "]) {
      expect(() => loadConfig("api", { ...API, API_PORT }), API_PORT).toThrow("API_PORT");
    }
    expect(loadConfig("api", { ...API, API_PORT: "0" }).API_PORT).toBe(0);
  });

  test("an empty variable is an absent one", () => {
    expect(loadConfig("api", { ...API, API_PORT: "", API_HOST: " " })).toMatchObject({
      API_PORT: 4000,
      API_HOST: "127.0.0.1",
    });
  });

  test("origins are a list or everything", () => {
    const read = (API_CORS_ORIGINS: string) =>
      loadConfig("api", { ...API, API_CORS_ORIGINS }).API_CORS_ORIGINS;
    expect(read("*")).toEqual(["*"]);
    expect(read("https://a.example, https://b.example")).toEqual([
      "https://a.example",
      "https://b.example",
    ]);
    expect(() => read("a.example")).toThrow("API_CORS_ORIGINS");
  });

  test("a secret of tokens has 32 bytes and is nobody's example, and there is none by default [2.95, 5.136]", () => {
    const read = (secrets: string | undefined) => () =>
      loadConfig("api", { ...API, AUTH_SECRETS: secrets });
    expect(read(undefined)().AUTH_SECRETS).toBeUndefined();
    for (const secrets of ["now:", `now:${"s".repeat(31)}`, `a:${"s".repeat(40)},b:short`]) {
      expect(read(secrets), secrets).toThrow(/AUTH_SECRETS .*32 bytes|AUTH_SECRETS .*name:secret/);
    }
    for (const example of ["change-me-".repeat(4), "an-example-of-a-secret-of-40-letters-xxx"]) {
      expect(read(`now:${example}`), example).toThrow("openssl rand -hex 32");
    }
    expect(read(`now:${"s".repeat(32)}`)().AUTH_SECRETS?.[0]).toMatchObject({ id: "now" });
    // A refresh token is good for seven idle days, whatever anybody sets.
    expect(LIFETIMES.idleSession).toBe(7 * 86_400);
  });

  test("secrets come from the environment, from a folder, or from any other source in their place [4.47]", () => {
    const vault = new Map([
      ["API_DATABASE_URL", API.API_DATABASE_URL],
      ["AUTH_SECRETS", `now:${"v".repeat(40)}`],
      // Only what is a secret is asked for.
      ["API_PORT", "1"],
    ]);
    const fromVault = loadConfig("api", {}, (name) => vault.get(name));
    expect(fromVault).toMatchObject({ ...API, API_PORT: 4_000 });
    expect(fromVault.AUTH_SECRETS?.[0].secret).toEqual(new TextEncoder().encode("v".repeat(40)));

    const folder = mkdtempSync(join(tmpdir(), "valyra-secrets-"));
    try {
      writeFileSync(join(folder, "API_DATABASE_URL"), `${API.API_DATABASE_URL}\n`);
      writeFileSync(join(folder, "AUTH_SECRETS"), `now:${"f".repeat(40)}`);
      const fromFolder = loadConfig("api", { SECRETS_FOLDER: folder });
      expect(fromFolder).toMatchObject(API);
      // What the environment says itself comes first.
      const url = "postgresql://valyra_api:own@db.example/valyra";
      const both = loadConfig("api", { SECRETS_FOLDER: folder, API_DATABASE_URL: url });
      expect(both.API_DATABASE_URL).toBe(url);
      expect(JSON.stringify(redactConfig(fromFolder))).not.toMatch(/s3cret|ffff/);
      mkdirSync(join(folder, "ENCRYPTION_KEYS"));
      expect(() => loadConfig("api", { SECRETS_FOLDER: folder })).toThrow("EISDIR");
    } finally {
      rmSync(folder, { recursive: true });
    }
    expect(() => loadConfig("api", {}, () => undefined)).toThrow("API_DATABASE_URL is missing");
  });

  test("uploads are kept in one place, which has all that it needs", () => {
    const read = (env: object) => () => loadConfig("api", { ...API, ...env });
    const pinata = { UPLOADS_PINATA_URL: "https://pin.example", UPLOADS_PINATA_TOKEN: "t" };
    expect(read({})()).toMatchObject({ UPLOADS_FOLDER: ".uploads" });
    expect(read(pinata)).toThrow("UPLOADS_GATEWAY_URL is missing");
    const whole = { ...pinata, UPLOADS_GATEWAY_URL: "https://gateway.example" };
    expect(read(whole)).not.toThrow();
    expect(read({ ...whole, UPLOADS_KUBO_URL: "http://127.0.0.1:5001" })).toThrow("together");
  });

  test("settings are logged without secrets", () => {
    const printed = JSON.stringify([
      redactConfig(loadConfig("api", API)),
      redactConfig({ VALYRA_API_PASSWORD: "s3cret", LOG_LEVEL: "info" }),
      redactUrl("https://user:s3cret@rpc.example/v2?key=s3cret#s3cret"),
    ]);
    expect(printed).not.toContain("s3cret");
    expect(printed).toContain("valyra_api");
    // Those that are parsed are bytes, which JSON prints one by one.
    const key = Buffer.from(Array.from({ length: 32 }, (_, at) => at * 7));
    const parsed = loadConfig("api", {
      ...API,
      AUTH_SECRETS: `now:${"s3cr3t-of-tokens".repeat(2)}`,
      ENCRYPTION_KEYS: `now:${key.toString("base64")}`,
    });
    expect(parsed.AUTH_SECRETS?.[0].secret).toHaveLength(32);
    expect(parsed.ENCRYPTION_KEYS?.[0].key).toEqual(new Uint8Array(key));
    expect(redactConfig(parsed)).toMatchObject({
      AUTH_SECRETS: "[hidden]",
      ENCRYPTION_KEYS: "[hidden]",
    });
  });

  test("keys of private data have 32 bytes, their own names and are no examples", () => {
    const refused = (ENCRYPTION_KEYS: string) =>
      expect(() => loadConfig("api", { ...API, ENCRYPTION_KEYS })).toThrow("ENCRYPTION_KEYS");
    const good = Buffer.from(Array.from({ length: 32 }, (_, at) => at)).toString("base64");
    refused("no-name");
    refused(`a:${Buffer.alloc(16, 1).toString("base64")}`);
    refused(`a:${Buffer.alloc(32).toString("base64")}`);
    refused(`a:${good},a:${good}`);
    refused(`A:${good}`);
    expect(
      loadConfig("api", { ...API, ENCRYPTION_KEYS: `b:${good},a:${good}` }).ENCRYPTION_KEYS,
    ).toMatchObject([{ id: "b" }, { id: "a" }]);
  });
});
