import { randomBytes } from "node:crypto";
import type { OutgoingClient } from "../outgoing/outgoing-client.ts";

/** One piece of work in a trace, by the ids of W3C Trace Context. */
export type Span = {
  /** 32 hexadecimal digits. */
  traceId: string;
  /** 16 hexadecimal digits. */
  spanId: string;
  /** Span of whoever asked; undefined where the trace begins here. */
  parentId: string | undefined;
};

/** What became of a span. */
export type SpanReport = {
  /** Method and pattern of the route. */
  name: string;
  seconds: number;
  isFailure: boolean;
  /** By the names of OpenTelemetry's conventions; never a value that a caller chose. */
  attributes: Readonly<Record<string, string | number>>;
};

/** Spans on their way to a collector. */
export type Traces = {
  /** Begins a span, in the trace that a `traceparent` names or in a new one. */
  begin(traceparent: string | undefined): Span;
  /** Ends it now; it is sent with others, in the background. */
  end(span: Span, report: SpanReport): void;
  /** Sends what is left. */
  close(): Promise<void>;
};

export type TraceOptions = {
  /** Base address of a collector that speaks OTLP over HTTP. */
  endpoint: string;
  /** Name of the process. */
  service: string;
  client: Pick<OutgoingClient, "send">;
};

const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}$/;

const EVERY_MS = 2_000;
const MAX_BATCH = 256;
/** Beyond it spans are dropped: a collector that is away must not fill the memory. */
const MAX_KEPT = 4_096;
const TIMEOUT_MS = 5_000;

/** OTLP: a request that was served, and a status that is an error. */
const [KIND_SERVER, STATUS_ERROR] = [2, 2];

/**
 * Sends a span for each request to an OpenTelemetry collector (OTLP with JSON), through the guarded
 * client (ADR 37, req 3.90). What cannot be sent is forgotten; nothing waits for it.
 */
export function openTraces({ endpoint, service, client }: TraceOptions): Traces {
  const url = `${endpoint.replace(/\/$/, "")}/v1/traces`;
  let kept: object[] = [];
  let sending = Promise.resolve();

  async function send(): Promise<void> {
    while (kept.length > 0) {
      const spans = kept.slice(0, MAX_BATCH);
      kept = kept.slice(MAX_BATCH);
      await client
        .send({
          ...{ url, method: "POST", headers: { "content-type": "application/json" } },
          body: JSON.stringify(bodyOf(service, spans)),
          limits: { totalMs: TIMEOUT_MS, maxBytes: 65_536, maxRedirects: 0 },
        })
        .catch(() => undefined);
    }
  }
  const flush = () => {
    sending = sending.then(send);
    return sending;
  };
  const timer = setInterval(flush, EVERY_MS);
  timer.unref();

  return {
    begin(traceparent) {
      const [, traceId, parentId] = TRACEPARENT.exec(traceparent ?? "") ?? [];
      const spanId = randomBytes(8).toString("hex");
      return { traceId: traceId ?? randomBytes(16).toString("hex"), spanId, parentId };
    },
    end({ traceId, spanId, parentId }, { name, seconds, isFailure, attributes }) {
      if (kept.length >= MAX_KEPT) return;
      const endedAt = BigInt(Date.now()) * 1_000_000n;
      const nanoseconds = BigInt(Math.round(seconds * 1e9));
      kept.push({
        ...{ traceId, spanId, parentSpanId: parentId, name, kind: KIND_SERVER },
        startTimeUnixNano: String(endedAt - nanoseconds),
        endTimeUnixNano: String(endedAt),
        attributes: toAttributes(attributes),
        status: isFailure ? { code: STATUS_ERROR } : {},
      });
      if (kept.length >= MAX_BATCH) void flush();
    },
    async close() {
      clearInterval(timer);
      await flush();
    },
  };
}

const bodyOf = (service: string, spans: object[]) => ({
  resourceSpans: [
    {
      resource: { attributes: toAttributes({ "service.name": `valyra-${service}` }) },
      scopeSpans: [{ scope: { name: "valyra" }, spans }],
    },
  ],
});

const toAttributes = (values: SpanReport["attributes"]) =>
  Object.entries(values).map(([key, value]) => ({
    key,
    value: typeof value === "number" ? { intValue: String(value) } : { stringValue: value },
  }));
