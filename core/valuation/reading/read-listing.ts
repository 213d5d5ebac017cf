import OpenAI from "openai";
import { zodResponseFormat } from "openai/helpers/zod";
import { prepareListingText, speaksToModels } from "./listing-text.ts";
import { type Message, PROMPT_VERSION, readingPrompt, repairPrompt } from "./prompt.ts";
import { type CheckedReading, checkReading, Reading } from "./reading.ts";

/** Any provider with OpenAI's chat completions. */
export type ProviderSettings = {
  apiKey: string;
  /** Base address; the provider's own when left out. */
  baseUrl?: string;
  model: string;
  /** From the first byte sent to the last one read, both attempts together. */
  totalMs: number;
  /** Most tokens of one answer. */
  maxTokens: number;
};

/** What came of a reading. Without `reading` the estimate stands as `statistical` (req 1.16). */
export type ReadingResult = {
  reading: CheckedReading | undefined;
  /** Why there is none. */
  failure: "not_configured" | "suspicious_text" | "unusable_answer" | "provider_failed" | undefined;
  promptVersion: string;
  model: string | undefined;
  attempts: number;
  tokens: number;
};

/** Reads listings; the only place that talks to a model of language. */
export type ListingReader = (text: string) => Promise<ReadingResult>;

const RESPONSE_FORMAT = zodResponseFormat(Reading, "reading");
/** Of one question, when the provider is overloaded or unreachable; mistakes of ours are not repeated. */
const PROVIDER_RETRIES = 2;
/** One question and one repair. */
const ATTEMPTS = 2;

/** A reader; without settings it answers at once that no model is configured. */
export function createListingReader(settings: ProviderSettings | undefined): ListingReader {
  const client =
    settings &&
    new OpenAI({
      apiKey: settings.apiKey,
      baseURL: settings.baseUrl,
      maxRetries: PROVIDER_RETRIES,
    });
  return async (listing) => {
    const text = prepareListingText(listing);
    const result: ReadingResult = {
      reading: undefined,
      failure: "not_configured",
      promptVersion: PROMPT_VERSION,
      model: settings?.model,
      attempts: 0,
      tokens: 0,
    };
    if (client === undefined || settings === undefined || text === "") return result;
    // No model is asked about text that speaks to models: then nothing of it can move a number.
    if (speaksToModels(listing)) return { ...result, failure: "suspicious_text" };
    const signal = AbortSignal.timeout(settings.totalMs);
    let messages = readingPrompt(text);
    for (result.attempts = 1; result.attempts <= ATTEMPTS; result.attempts++) {
      const answer = await ask(client, settings, messages, signal);
      if (answer === undefined) return { ...result, failure: "provider_failed" };
      result.tokens += answer.tokens;
      if (typeof answer.form !== "string") {
        return { ...result, reading: checkReading(answer.form, text), failure: undefined };
      }
      messages = repairPrompt(text, answer.form);
    }
    return { ...result, attempts: ATTEMPTS, failure: "unusable_answer" };
  };
}

type Answer = { form: Reading | string; tokens: number };

/** One question; the form, or in words what is wrong with it; undefined when the provider fails. */
async function ask(
  client: OpenAI,
  { model, maxTokens }: ProviderSettings,
  messages: Message[],
  signal: AbortSignal,
): Promise<Answer | undefined> {
  try {
    const completion = await client.chat.completions.create(
      { model, messages, response_format: RESPONSE_FORMAT, max_completion_tokens: maxTokens },
      { signal },
    );
    const tokens = completion.usage?.total_tokens ?? 0;
    return { form: readForm(completion.choices?.[0]), tokens };
  } catch {
    // Refused, cut off, too late or not JSON at all: the engine alone answers, whatever it was.
    return undefined;
  }
}

/** The form of an answer; text from the provider is never repeated, only what kind of mistake it is. */
function readForm(choice: OpenAI.ChatCompletion.Choice | undefined): Reading | string {
  if (choice?.message?.refusal) return "it was refused";
  if (choice?.finish_reason === "length") return "it was cut off";
  const { content } = choice?.message ?? {};
  if (typeof content !== "string") return "it was empty";
  try {
    const parsed = Reading.safeParse(JSON.parse(content));
    return parsed.success ? parsed.data : `wrong at ${wrongPlaces(parsed.error.issues)}`;
  } catch {
    return "it was no JSON";
  }
}

const wrongPlaces = (issues: readonly { path: readonly PropertyKey[] }[]) =>
  issues
    .slice(0, 3)
    .map(({ path }) => path.filter((part) => typeof part !== "symbol").join(".") || "the whole")
    .join(", ")
    .slice(0, 100);
