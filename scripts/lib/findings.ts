/** One place in one file that breaks a rule. */
export type Finding = {
  /** Relative to the root. */
  file: string;
  /** Counted from 1. */
  line: number;
  message: string;
};

/** Prints findings in the form that editors link, or the line that says that all is well. */
export function reportFindings(findings: readonly Finding[], allIsWell: string): void {
  for (const { file, line, message } of findings) console.error(`${file}:${line}  ${message}`);
  if (findings.length === 0) {
    console.log(allIsWell);
  } else {
    console.error(`${findings.length} to put right`);
    process.exitCode = 1;
  }
}
