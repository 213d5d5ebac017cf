import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Environment, VARIABLES } from "./environment.ts";
import type { VariableDoc } from "./variables/variable-doc.ts";

/**
 * Where secrets are that the environment does not name: a value by the name of its variable, or
 * undefined. The environment is one place; a folder, a vault or a service of a cloud can be others.
 */
export type SecretSource = (name: string) => string | undefined;

/** Knows nothing. */
const NO_SECRETS: SecretSource = () => undefined;

/**
 * A folder with a file for each secret, as containers mount them: `AUTH_SECRETS`, `API_DATABASE_URL`.
 * The line end that editors leave is no part of a secret.
 *
 * @throws Error when a file is there and cannot be read
 */
export const secretFolder =
  (folder: string): SecretSource =>
  (name) => {
    try {
      return readFileSync(join(folder, name), "utf8").replace(/\r?\n$/, "");
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
      throw error;
    }
  };

/** The source that an environment names. */
export const secretsOf = ({ SECRETS_FOLDER: folder }: Environment): SecretSource =>
  folder === undefined || folder.trim() === "" ? NO_SECRETS : secretFolder(folder);

/** Every secret that a source holds, by the name of its variable. */
export const readSecrets = (secrets: SecretSource): Environment =>
  Object.fromEntries(
    Object.entries<VariableDoc>(VARIABLES).flatMap(([name, { isSecret }]) => {
      const value = isSecret === true ? secrets(name) : undefined;
      return value === undefined ? [] : [[name, value]];
    }),
  );
