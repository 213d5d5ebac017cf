import { randomBytes } from "node:crypto";

const DATABASE = "postgres:5432/valyra";

/** Roles that log in, by the variable of their connection. */
const CONNECTIONS = {
  INDEXER_DATABASE_URL: "indexer",
  WORKER_DATABASE_URL: "worker",
  API_DATABASE_URL: "api",
} as const;

/**
 * Every secret that the containers need, new and random, by the name of its variable. Passwords are
 * hexadecimal, so that they stand in addresses as they are.
 */
export function newSecrets(): Readonly<Record<string, string>> {
  const hex = () => randomBytes(24).toString("hex");
  const base64 = () => randomBytes(32).toString("base64");
  const administrator = hex();
  const passwords = Object.fromEntries(
    ["indexer", "api", "worker", "analyst"].map((role) => [role, hex()]),
  );
  const urls = Object.entries(CONNECTIONS).map(([name, role]) => [
    name,
    `postgresql://valyra_${role}:${passwords[role]}@${DATABASE}`,
  ]);
  const ofRoles = Object.entries(passwords).map(([role, password]) => [
    `VALYRA_${role.toUpperCase()}_PASSWORD`,
    password,
  ]);
  return {
    POSTGRES_PASSWORD: administrator,
    DATABASE_URL: `postgresql://postgres:${administrator}@${DATABASE}`,
    ...Object.fromEntries([...urls, ...ofRoles]),
    AUTH_SECRETS: `first:${hex()}`,
    ENCRYPTION_KEYS: `first:${base64()}`,
    WEBHOOK_KEY: base64(),
  };
}
