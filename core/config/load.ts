import { CONFIG_SCHEMAS, type Config, type ConfiguredProcess } from "./config.schema.ts";
import { type Environment, VARIABLES } from "./environment.ts";
import { readSecrets, type SecretSource, secretsOf } from "./secret-source.ts";
import type { VariableDoc } from "./variables/variable-doc.ts";

/** Every mistake in the environment of a process, one line each, with what to do about it. */
export class ConfigError extends Error {
  override name = "ConfigError";
  readonly mistakes: readonly string[];
  constructor(processName: ConfiguredProcess, mistakes: readonly string[]) {
    super(
      `${processName}: ${mistakes.length} mistake(s) in the environment\n${mistakes.map((line) => `  ${line}`).join("\n")}`,
    );
    this.mistakes = mistakes;
  }
}

/**
 * Reads the settings of a process and reports all mistakes at once (req 1.25). An empty variable
 * counts as absent. Values are never repeated in messages, for they may be secrets.
 *
 * @param secrets asked for every secret that the environment does not hold (req 4.47)
 * @throws ConfigError
 */
export function loadConfig<Name extends ConfiguredProcess>(
  processName: Name,
  env: Environment = process.env,
  secrets: SecretSource = secretsOf(env),
): Config<Name> {
  const present = { ...namedIn(readSecrets(secrets)), ...namedIn(env) };
  const result = CONFIG_SCHEMAS[processName].safeParse(present);
  if (result.success) return result.data as Config<Name>;
  const mistakes = result.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    const what = present[name] === undefined ? "is missing" : issue.message;
    const doc: VariableDoc | undefined = Object.entries<VariableDoc>(VARIABLES).find(
      ([known]) => known === name,
    )?.[1];
    const help = doc === undefined ? "" : `. ${doc.meaning} Example: ${doc.example}`;
    return `${name} ${what}${help}`;
  });
  throw new ConfigError(processName, mistakes);
}

/** What says something. */
const namedIn = (env: Environment): Environment =>
  Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ""),
  );
