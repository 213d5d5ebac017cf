import type { FailureListener } from "../log.ts";
import { openOutgoingClient, targetsWith } from "../outgoing/outgoing-client.ts";
import { type Dsn, openErrorReports } from "./error-reports.ts";
import { openTraces, type Traces } from "./traces.ts";

/** Settings of what is told to services of others, or of the operator; all of it off without them. */
export type ReportingSettings = {
  SENTRY_DSN?: Dsn | undefined;
  OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined;
  OUTGOING_EXCEPTIONS: readonly string[];
};

/** What a process tells others of itself. */
export type Reporting = {
  /** For the logger: every error that it writes down is reported; undefined where nobody is told. */
  onFailure: FailureListener | undefined;
  /** Undefined where no collector is configured. */
  traces: Traces | undefined;
  /** Sends what is left and ends. */
  close(): Promise<void>;
};

/** Opens what the settings ask for; with none of them nothing is opened and nothing is sent. */
export function openReporting(settings: ReportingSettings, component: string): Reporting {
  const { SENTRY_DSN: dsn, OTEL_EXPORTER_OTLP_ENDPOINT: endpoint } = settings;
  if (dsn === undefined && endpoint === undefined) {
    return { onFailure: undefined, traces: undefined, close: async () => undefined };
  }
  const client = openOutgoingClient(targetsWith(settings.OUTGOING_EXCEPTIONS));
  const reports = dsn && openErrorReports({ dsn, component, client });
  const traces =
    endpoint === undefined ? undefined : openTraces({ endpoint, service: component, client });
  return {
    onFailure: reports?.report,
    traces,
    async close() {
      await Promise.all([reports?.close(), traces?.close()]);
      await client.close();
    },
  };
}
