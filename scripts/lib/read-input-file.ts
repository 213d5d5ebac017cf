import { readFileSync } from "node:fs";

/**
 * Text of a file that a user has named.
 *
 * @throws Error that says what to do, where it is missing, a folder, unreadable or empty
 */
export function readInputFile(path: string): string {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const problem =
      code === "ENOENT"
        ? "there is no such file; check the path"
        : code === "EISDIR"
          ? "it is a folder; name a file in it"
          : `it cannot be read (${code}); check who may read it`;
    throw new Error(`${path}: ${problem}`);
  }
  if (text.trim() === "") throw new Error(`${path}: the file is empty; name one with content`);
  return text;
}

/** Does work on a file; what goes wrong is told with the name of the file and what to do. */
export function withFile<Result>(path: string, fix: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const [problem = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
    throw new Error(`${path}: ${problem.slice(0, 300)}; ${fix}`);
  }
}
