import {
  bulkhead,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
  type IPolicy,
  wrap,
} from "cockatiel";
import { judge } from "./retry.ts";

export type ProviderOptions = {
  /** Requests that may be under way at a time, and that may wait for a place. */
  concurrency: number;
  waiting: number;
  /** Failures in a row after which the provider is left alone. */
  failures?: number;
  /** How long, milliseconds; then one request tries whether it is back. */
  restMs?: number;
  /** Told when it is left alone and when it is asked again. */
  onRest?: (isResting: boolean) => void;
};

const FAILURES = 5;
const REST_MS = 15_000;

/**
 * How one service of somebody else is asked: not too much at a time, and not at all for a while after
 * it has failed several times in a row. That it refuses a request is no failure of the service.
 */
export function providerPolicy({
  concurrency,
  waiting,
  failures = FAILURES,
  restMs = REST_MS,
  onRest = () => undefined,
}: ProviderOptions): Pick<IPolicy, "execute"> {
  const isItsFault = handleWhen((error) => ["provider", "timeout"].includes(judge(error).failure));
  const breaker = circuitBreaker(isItsFault, {
    halfOpenAfter: restMs,
    breaker: new ConsecutiveBreaker(failures),
  });
  breaker.onStateChange((state) => onRest(state === CircuitState.Open));
  return wrap(bulkhead(concurrency, waiting), breaker);
}
