import { inlineSourceMap, mappedPlaces } from "./source-map-lines.ts";

/** One compiled file as a child process reports it (`child-coverage.mjs`). */
export type ChildScript = {
  url: string;
  /** The code that ran, with its source map inline. */
  source: string;
  /** V8's precise coverage: inner ranges refine outer ones. */
  functions: { ranges: { startOffset: number; endOffset: number; count: number }[] }[];
};

/** Ponder's vite-node wraps modules in one function on their first line, unknown to their map. */
const VITE_NODE_WRAPPER = /^'use strict';async \([^)]*\)=>\{\{/;

/** Lines of the original file, counted from 1, of which some code ran. */
export function executedLines({ source, functions }: ChildScript): Set<number> {
  const hasRun = paintRanges(source.length, functions);
  const firstColumn = VITE_NODE_WRAPPER.exec(source)?.[0].length ?? 0;
  const lineStarts = startsOfLines(source);
  const lines = new Set<number>();
  const map = inlineSourceMap(source);
  if (map === undefined) {
    // Node strips types in place: the code has the lines of its original.
    lineStarts.forEach((start, line) => {
      const code = /\S/.exec(source.slice(start, lineStarts[line + 1]));
      if (code !== null && hasRun[start + code.index] === 1) lines.add(line + 1);
    });
    return lines;
  }
  for (const { line, column, originalLine } of mappedPlaces(map.mappings)) {
    const offset = (lineStarts[line] ?? 0) + column + (line === 0 ? firstColumn : 0);
    if (hasRun[offset] === 1) lines.add(originalLine + 1);
  }
  return lines;
}

function paintRanges(length: number, functions: ChildScript["functions"]): Uint8Array {
  const hasRun = new Uint8Array(length);
  const outerFirst = functions
    .flatMap(({ ranges }) => ranges)
    .sort((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset);
  for (const { startOffset, endOffset, count } of outerFirst) {
    hasRun.fill(count > 0 ? 1 : 0, startOffset, endOffset);
  }
  return hasRun;
}

function startsOfLines(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
