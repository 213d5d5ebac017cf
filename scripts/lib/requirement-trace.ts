import type { ReportedTest } from "./test-reports.ts";

/** More would mean that one test claims what it cannot show. */
const MOST_IDS_PER_TEST = 3;

export type Requirement = { id: string; item: string; where: string; check: string };

export type PartCount = {
  part: string;
  proved: number;
  open: number;
  notApplicable: number;
};

export type Trace = {
  parts: PartCount[];
  /** Tests that prove each row, by its id. */
  proofs: Map<string, ReportedTest[]>;
  /** Titles that claim what they may not; any of them fails the trace. */
  mistakes: string[];
};

/** Ids that a test claims to prove: `[1.27, 3.4]` at the end of its title. */
export function claimedIds(title: string): string[] {
  const list = /\[(\d+\.\d+(?:,\s*\d+\.\d+)*)\]\s*$/.exec(title)?.[1];
  return list?.split(",").map((id) => id.trim()) ?? [];
}

/** How many ids stand in brackets anywhere in a title. */
const countIds = (title: string): number =>
  [...title.matchAll(/\[\d+\.\d+(?:,\s*\d+\.\d+)*\]/g)].reduce(
    (count, [list]) => count + list.split(",").length,
    0,
  );

/**
 * Says which rows the tests of a run prove. A row is proved when a test that ran and passed names
 * it; skipped and failed tests prove nothing.
 */
export function traceRequirements(
  requirements: readonly Requirement[],
  notApplicable: ReadonlyMap<string, string>,
  tests: readonly ReportedTest[],
): Trace {
  const known = new Set(requirements.map(({ id }) => id));
  const proofs = new Map<string, ReportedTest[]>();
  const mistakes: string[] = [];

  for (const id of notApplicable.keys()) {
    if (!known.has(id)) mistakes.push(`${id} is not applicable, and not a requirement either`);
  }
  for (const test of tests) {
    const where = `${test.file}: "${test.title}"`;
    const ids = claimedIds(test.title);
    if (ids.length !== countIds(test.title)) {
      mistakes.push(
        `${where} names ids that count for nothing; they stand in one bracket at its end`,
      );
    }
    if (ids.length > MOST_IDS_PER_TEST) {
      mistakes.push(`${where} names ${ids.length} ids; ${MOST_IDS_PER_TEST} at most`);
    }
    for (const id of ids) {
      if (!known.has(id)) mistakes.push(`${where} names ${id}, which is no requirement`);
      else if (notApplicable.has(id)) mistakes.push(`${where} proves ${id}, said not to apply`);
      else if (test.outcome === "passed") proofs.set(id, [...(proofs.get(id) ?? []), test]);
    }
  }
  return { parts: countParts(requirements, notApplicable, proofs), proofs, mistakes };
}

function countParts(
  requirements: readonly Requirement[],
  notApplicable: ReadonlyMap<string, string>,
  proofs: ReadonlyMap<string, unknown>,
): PartCount[] {
  const parts = new Map<string, PartCount>();
  for (const { id } of requirements) {
    const part = id.split(".", 1).join();
    const count = parts.get(part) ?? { part, proved: 0, open: 0, notApplicable: 0 };
    if (notApplicable.has(id)) count.notApplicable += 1;
    else if (proofs.has(id)) count.proved += 1;
    else count.open += 1;
    parts.set(part, count);
  }
  return [...parts.values()];
}
