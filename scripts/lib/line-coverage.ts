/** Hits of each line that holds a statement, by line counted from 1. */
export type LineHits = Map<number, number>;

/** What vitest writes for one file (istanbul's format), as far as lines need it. */
export type FileCoverage = {
  path: string;
  statementMap: Record<string, { start: { line: number } }>;
  s: Record<string, number>;
};

export type CoverageSummary = { covered: number; lines: number; percent: number };

/** Line hits by file, collected from several suites and their children. */
export class LineCoverage {
  readonly files = new Map<string, LineHits>();

  /** Adds what vitest saw of a file; it also says which lines hold statements at all. */
  addFile({ path, statementMap, s }: FileCoverage): void {
    const hits = this.files.get(path) ?? new Map<number, number>();
    this.files.set(path, hits);
    for (const [id, { start }] of Object.entries(statementMap)) {
      hits.set(start.line, Math.max(hits.get(start.line) ?? 0, s[id] ?? 0));
    }
  }

  /** Adds lines that a child process ran; lines without a statement do not count. */
  addExecutedLines(path: string, lines: ReadonlySet<number>): void {
    const hits = this.files.get(path);
    if (hits === undefined) return;
    for (const line of lines) {
      const before = hits.get(line);
      if (before !== undefined) hits.set(line, before + 1);
    }
  }

  summary(isIncluded: (path: string) => boolean = () => true): CoverageSummary {
    let covered = 0;
    let lines = 0;
    for (const [path, hits] of this.files) {
      if (!isIncluded(path)) continue;
      lines += hits.size;
      for (const count of hits.values()) if (count > 0) covered += 1;
    }
    return { covered, lines, percent: lines === 0 ? 100 : (100 * covered) / lines };
  }

  /** The report in the format that editors and forges read. */
  toLcov(): string {
    return [...this.files]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([path, hits]) => {
        const lines = [...hits].sort(([a], [b]) => a - b);
        const hit = lines.filter(([, count]) => count > 0).length;
        return [
          `SF:${path}`,
          ...lines.map(([line, count]) => `DA:${line},${count}`),
          `LF:${lines.length}`,
          `LH:${hit}`,
          "end_of_record\n",
        ].join("\n");
      })
      .join("");
  }
}
