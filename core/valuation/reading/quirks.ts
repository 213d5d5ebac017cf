/** In what a provider differs from OpenAI although it speaks the same chat completions. */
export type Quirks = {
  /** Name of the field that bounds an answer. */
  limitField: "max_completion_tokens" | "max_tokens";
  /** Whether answers are held to a schema, or to JSON alone with the schema in the words. */
  format: "json_schema" | "json_object";
};

const STANDARD: Quirks = { limitField: "max_completion_tokens", format: "json_schema" };

/** By host; whoever is not here is taken to do as OpenAI does. */
const QUIRKS: Readonly<Record<string, Quirks>> = {
  "api.openai.com": STANDARD,
  "api.mistral.ai": { limitField: "max_tokens", format: "json_schema" },
  "openrouter.ai": { limitField: "max_tokens", format: "json_schema" },
  "generativelanguage.googleapis.com": { limitField: "max_tokens", format: "json_schema" },
  "api.deepseek.com": { limitField: "max_tokens", format: "json_object" },
  "api.groq.com": { limitField: "max_completion_tokens", format: "json_object" },
};

/** How the provider at an address wants to be asked. */
export function quirksOf(baseUrl: string | undefined): Quirks {
  const host = baseUrl === undefined ? "api.openai.com" : (URL.parse(baseUrl)?.hostname ?? "");
  return (Object.hasOwn(QUIRKS, host) ? QUIRKS[host] : undefined) ?? STANDARD;
}
