import { createLogger, type Logger } from "../log.ts";
import { openReporting, type ReportingSettings } from "./open-reporting.ts";

/**
 * Runs a process with a logger whose errors are reported where the settings say so, the one that ends
 * it as well, and sends what is left before it returns.
 *
 * @param component name of the process in its log and in reports
 * @throws whatever `run` throws
 */
export async function runReported<Outcome>(
  settings: ReportingSettings & { LOG_LEVEL: string },
  component: string,
  run: (log: Logger) => Promise<Outcome>,
): Promise<Outcome> {
  const reporting = openReporting(settings, component);
  const log = createLogger(component, settings.LOG_LEVEL, undefined, reporting.onFailure);
  try {
    return await run(log);
  } catch (err) {
    log.fatal({ err }, "the process ends");
    throw err;
  } finally {
    await reporting.close();
  }
}
