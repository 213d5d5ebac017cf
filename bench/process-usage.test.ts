import { expect, test } from "vitest";
import { parseCpuSeconds, parsePeakRss, readUsage } from "./process-usage.ts";

test("the peak of the resident set is read in bytes", () => {
  expect(parsePeakRss("VmPeak:\t 10 kB\nVmHWM:\t  549888 kB\nVmRSS:\t 5 kB\n")).toBe(563_085_312);
});

test("the processor time counts user and system ticks, whatever the process is called", () => {
  const stat = "4711 (node (a) b) S 1 2 3 4 5 6 7 8 9 10 1234 566 0 0 20 0 11 0 100";
  expect(parseCpuSeconds(stat)).toBe(18);
});

test("a process that is not there has used nothing that we know of", async () => {
  expect(await readUsage(2 ** 30)).toBeUndefined();
});
