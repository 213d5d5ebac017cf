import { expect, test } from "vitest";
import { countUpstream } from "./gateway.ts";

const metrics = (lines: string[]) =>
  ["# HELP valyra_gateway_provider_requests x", ...lines].join("\n");

test("requests and calls are summed over the providers", () => {
  const text = metrics([
    'valyra_gateway_provider_requests{provider="a:1"} 30',
    'valyra_gateway_provider_requests{provider="b:2"} 12',
    'valyra_gateway_provider_calls{provider="a:1"} 300',
    'valyra_gateway_provider_calls{provider="b:2"} 4.5e2',
  ]);
  expect(countUpstream(text)).toEqual({ requests: 42, calls: 750 });
});

test("a metric that is missing is an error and no zero", () => {
  expect(() => countUpstream(metrics([]))).toThrow(/no valyra_gateway_provider_requests/);
});
