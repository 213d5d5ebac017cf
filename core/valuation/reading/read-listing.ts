import OpenAI from "openai";
import { zodResponseFormat } from "openai/helpers/zod";
import { z } from "zod";
import { prepareListingText, speaksToModels } from "./listing-text.ts";
import { type Message, PROMPT_VERSION, readingPrompt, repairPrompt } from "./prompt.ts";
import { quirksOf } from "./quirks.ts";
import { type CheckedReading, checkReading, Reading } from "./reading.ts";
import type { ReadingFailure } from "./reading-failures.ts";

/** Any provider with OpenAI's chat completions. */
export type ProviderSettings = {
  apiKey: string;
  /** Base address; the provider's own when left out. */
  baseUrl?: string | undefined;
  model: string;
  /** From the first byte sent to the last one read, both attempts together. */
  totalMs: number;
  /** Most tokens of one answer. */
  maxTokens: number;
  /** The way out (`core/outgoing/as-fetch.ts`). */
  fetch?: typeof globalThis.fetch | undefined;
};

/** What came of a reading. Without `reading` the estimate stands as `statistical` (req 1.16). */
export type ReadingResult = {
  reading: CheckedReading | undefined;
  failure: ReadingFailure | undefined;
  promptVersion: string;
  model: string | undefined;
  attempts: number;
  /** As the provider counts them; where it does not say, as many as there can have been. */
  tokens: number;
};

/** Reads listings; the only place that talks to a model of language. */
export type ListingReader = (text: string, signal?: AbortSignal) => Promise<ReadingResult>;

const RESPONSE_FORMAT = zodResponseFormat(Reading, "reading");
const SCHEMA_IN_WORDS = `The form is a JSON object of this JSON Schema: ${JSON.stringify(z.toJSONSchema(Reading))}`;
/** Of one question, when the provider is overloaded or unreachable; mistakes of ours are not repeated. */
const PROVIDER_RETRIES = 1;
/** One question and one repair. */
const ATTEMPTS = 2;
/** What a chat takes beside its words, tokens. */
const FRAME_TOKENS = 200;

/** Most tokens that reading a text can take, with everything that may be repeated. */
export function mostTokens(text: string, { maxTokens }: Pick<ProviderSettings, "maxTokens">) {
  return ATTEMPTS * mostOfQuestion(repairPrompt(text, "x".repeat(120)), maxTokens);
}

/** A token stands for one byte at least. */
const mostOfQuestion = (messages: readonly Message[], maxTokens: number): number =>
  (1 + PROVIDER_RETRIES) *
  (messages.reduce((sum, { content }) => sum + Buffer.byteLength(content), SCHEMA_IN_WORDS.length) +
    FRAME_TOKENS +
    maxTokens);

/** A reader; without settings it answers at once that no model is configured. */
export function createListingReader(settings: ProviderSettings | undefined): ListingReader {
  const client =
    settings &&
    new OpenAI({
      apiKey: settings.apiKey,
      baseURL: settings.baseUrl,
      maxRetries: PROVIDER_RETRIES,
      ...(settings.fetch === undefined ? {} : { fetch: settings.fetch }),
    });
  return async (listing, given) => {
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
    const deadline = AbortSignal.timeout(settings.totalMs);
    const signal = given === undefined ? deadline : AbortSignal.any([deadline, given]);
    let messages = readingPrompt(text);
    for (result.attempts = 1; result.attempts <= ATTEMPTS; result.attempts++) {
      const { form, tokens } = await ask(client, settings, messages, signal);
      result.tokens += tokens ?? mostOfQuestion(messages, settings.maxTokens);
      if (form === undefined) return { ...result, failure: "provider_failed" };
      if (typeof form !== "string") {
        return { ...result, reading: checkReading(form, text), failure: undefined };
      }
      messages = repairPrompt(text, form);
    }
    return { ...result, attempts: ATTEMPTS, failure: "unusable_answer" };
  };
}

type Answer = { form: Reading | string | undefined; tokens: number | undefined };

/** One question; the form, or in words what is wrong with it; neither when the provider fails. */
async function ask(
  client: OpenAI,
  { model, maxTokens, baseUrl }: ProviderSettings,
  messages: Message[],
  signal: AbortSignal,
): Promise<Answer> {
  const { limitField, format } = quirksOf(baseUrl);
  const isBySchema = format === "json_schema";
  try {
    const completion = await client.chat.completions.create(
      {
        model,
        messages: isBySchema
          ? messages
          : [{ role: "system", content: SCHEMA_IN_WORDS }, ...messages],
        response_format: isBySchema ? RESPONSE_FORMAT : { type: "json_object" },
        [limitField]: maxTokens,
      },
      { signal },
    );
    return { form: readForm(completion.choices?.[0]), tokens: readUsage(completion.usage) };
  } catch {
    // Refused, cut off, too late or not JSON at all: the engine alone answers, whatever it was.
    return { form: undefined, tokens: undefined };
  }
}

/** What the provider says that it took, where that can be believed at all. */
function readUsage(usage: OpenAI.CompletionUsage | undefined): number | undefined {
  const tokens = usage?.total_tokens;
  return Number.isSafeInteger(tokens) && (tokens as number) > 0 ? tokens : undefined;
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
