/** Something that keeps the indexer from starting, in one line that says what to do about it. */
export type Problem = {
  /** `configuration`: only a person can mend it; `environment`: it may mend itself. */
  kind: "configuration" | "environment";
  line: string;
};

export const configurationProblem = (line: string): Problem => ({ kind: "configuration", line });
export const environmentProblem = (line: string): Problem => ({ kind: "environment", line });

/** EX_CONFIG of sysexits.h: a supervisor need not try again. */
export const CONFIGURATION_EXIT_CODE = 78;

/** Exit code for a set of problems: 78 if any needs a person, else 1. */
export function exitCodeFor(problems: readonly Problem[]): number {
  return problems.some((problem) => problem.kind === "configuration") ? CONFIGURATION_EXIT_CODE : 1;
}
