import type { ServerResponse } from "node:http";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { getPath } from "hono/utils/url";
import type { ApiDeps } from "../deps.ts";
import { ownHeaders, questionOf, timing } from "../http/answer.ts";
import type { ApiEnv } from "../http/env.ts";
import { packEnd, packStart } from "../http/packed.ts";
import type { SharedAnswer } from "../http/shared-answers.ts";
import { closingMeta, type Standing, standingOf } from "../http/standing.ts";
import { type DataHeaders, learnDataHeaders } from "./data-headers.ts";
import { HEADERS_WITHOUT_BODY } from "./install.ts";
import { type Admission, countReads, rememberCount } from "./rate-limit.ts";
import { REQUEST_ID_HEADER, requestIdOf, TRACE_HEADER } from "./request-id.ts";
import { createReporter } from "./request-log.ts";

/**
 * Answers questions whose answer is kept already, without the chain of middleware, which costs
 * several times what is left to do. All that the chain does to such an answer is done here too, and
 * the tests hold the two against each other; a request that asks for anything else is left to it.
 *
 * @returns a function that gives the answer, or undefined where the chain is to give it
 */
export function shortcut(deps: ApiDeps) {
  const report = createReporter(deps);
  const headersAround = learnDataHeaders(deps);
  const count = countReads(deps);

  const answer = (
    { answer, around, known, path, requestId, traceparent, startedAt }: Repetition,
    outgoing: ServerResponse | undefined,
    more: Admission["headers"] | undefined,
  ): Response => {
    const standing = standingOf(answer.position, deps.now());
    const span = deps.traces?.begin(traceparent);
    const headers = {
      ...headersOf(answer, standing, around),
      ...more,
      ...(span === undefined ? {} : { [TRACE_HEADER]: span.traceId }),
      [REQUEST_ID_HEADER]: requestId,
      "server-timing": timing(startedAt),
    };
    const status = known !== null && isKnown(answer.etag, known) ? 304 : 200;
    const response =
      status === 304
        ? new Response(null, { status, headers: withoutBody(headers) })
        : send(headers, bodyOf(answer, closingMeta(standing, requestId), around), outgoing);
    deps.metrics.observeSharing(true);
    report({
      requestId,
      method: "GET",
      route: answer.route,
      path,
      status,
      seconds: (performance.now() - startedAt) / 1_000,
      indexedBlock: answer.position.indexed.number,
      span,
    });
    return response;
  };

  return (
    request: Request,
    { incoming, outgoing }: ApiEnv["Bindings"] = {},
  ): Response | Promise<Response | undefined> | undefined => {
    const repetition = findRepetition(deps, headersAround, request);
    if (repetition === undefined) return undefined;
    const admission = count(repetition.path, incoming);
    if (admission === undefined) return answer(repetition, outgoing, undefined);
    return admission.then((admitted) => {
      // Counting may have taken its time, and a block may have come meanwhile.
      const isKept = deps.answers.find(questionOf(request.url)) === repetition.answer;
      if (admitted.verdict.isAllowed && isKept) {
        return answer(repetition, outgoing, admitted.headers);
      }
      if (incoming !== undefined) rememberCount(incoming, admitted);
      return undefined;
    });
  };
}

/** A question whose answer is kept, and what matters of how it was asked. */
type Repetition = {
  answer: SharedAnswer;
  around: DataHeaders;
  /** Tags of what the client has already. */
  known: string | null;
  path: string;
  requestId: string;
  traceparent: string | undefined;
  /** By `performance.now()`. */
  startedAt: number;
};

function findRepetition(
  { answers }: Pick<ApiDeps, "answers">,
  headersAround: ReturnType<typeof learnDataHeaders>,
  request: Request,
): Repetition | undefined {
  if (request.method !== "GET") return undefined;
  const startedAt = performance.now();
  const answer = answers.find(questionOf(request.url));
  if (answer === undefined) return undefined;
  const { headers } = request;
  // What is done with a key is counted.
  if (headers.has("authorization") || headers.has("x-api-key")) return undefined;
  // There may be a body, whose length has a limit.
  if (headers.has("content-length") || headers.has("transfer-encoding")) return undefined;
  const around = headersAround(headers.get("origin"), headers.get("accept-encoding"));
  if (around === undefined || !canPack(around["content-encoding"])) return undefined;
  return {
    answer,
    around,
    known: headers.get("if-none-match"),
    path: getPath(request),
    requestId: requestIdOf(headers.get(REQUEST_ID_HEADER)),
    traceparent: headers.get("traceparent") ?? undefined,
    startedAt,
  };
}

const canPack = (encoding: string | undefined) => encoding === undefined || encoding === "gzip";

type Dressed = { standing: Standing; around: DataHeaders; headers: Record<string, string> };

const dressed = new WeakMap<SharedAnswer, Dressed>();

/** Headers that all get who ask for an answer within one second, and alike. */
function headersOf(
  answer: SharedAnswer,
  standing: Standing,
  around: DataHeaders,
): Record<string, string> {
  const last = dressed.get(answer);
  if (last?.standing === standing && last.around === around) return last.headers;
  const headers = { ...around, ...ownHeaders(answer, standing) };
  dressed.set(answer, { standing, around, headers });
  return headers;
}

/** Two parts, of which the first is the same for all who ask. */
type Body = readonly [start: Buffer, end: Buffer];

function bodyOf(answer: SharedAnswer, closing: string, around: DataHeaders): Body {
  const end = Buffer.from(closing);
  if (around["content-encoding"] === undefined) return [answer.start, end];
  answer.packed ??= packStart(answer.start);
  return [answer.packed.bytes, packEnd(answer.packed, end)];
}

/** Writes both parts as they are: to join them would copy all of the answer for each who asks. */
function send(
  headers: Record<string, string>,
  [start, end]: Body,
  outgoing: ServerResponse | undefined,
): Response {
  headers["content-length"] = String(start.length + end.length);
  if (outgoing === undefined) return new Response(Buffer.concat([start, end]), { headers });
  outgoing.writeHead(200, headers);
  outgoing.write(start);
  outgoing.end(end);
  return RESPONSE_ALREADY_SENT;
}

const TAGS = /"[^"]*"/g;

/** Whether one of the tags in `If-None-Match` names the content; all comparisons are weak. */
function isKnown(etag: string, known: string): boolean {
  if (known === "*") return true;
  const name = etag.slice(etag.indexOf('"'));
  return known.match(TAGS)?.includes(name) ?? false;
}

const withoutBody = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => HEADERS_WITHOUT_BODY.has(name)));
