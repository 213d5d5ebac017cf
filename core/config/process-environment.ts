import type { Environment } from "./environment.ts";
import { readSecrets, secretsOf } from "./secret-source.ts";

/**
 * The environment of this process with the secrets of its folder, and with what the command line says
 * in place of it. Kept here so that
 * no other folder reads `process.env`.
 */
export function processEnvironment(
  overrides: Readonly<Record<string, string | undefined>> = {},
): Environment {
  const given = Object.entries(overrides).filter(([, value]) => value !== undefined);
  return { ...readSecrets(secretsOf(process.env)), ...process.env, ...Object.fromEntries(given) };
}
