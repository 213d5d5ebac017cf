import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** One plain SQL file of `migrations/`. */
export type MigrationFile = {
  /** File name without extension, e.g. `0001_app`. */
  name: string;
  sql: string;
  /** SHA-256 of the text, in hex. */
  checksum: string;
};

const FILE_NAME = /^(\d{4})_[a-z0-9_]+\.sql$/;

/**
 * Reads the migrations in order and refuses a folder with duplicates or foreign files. A number may be
 * left out: several pieces of work have numbers of their own, and not all of them need all of theirs.
 */
export async function readMigrationFiles(folder: string): Promise<MigrationFile[]> {
  const names = (await readdir(folder)).sort();
  return Promise.all(
    names.map(async (fileName, position) => {
      const number = FILE_NAME.exec(fileName)?.[1];
      if (number === undefined) {
        throw new Error(`migrations/${fileName}: expected a name such as 0001_some_words.sql`);
      }
      if (number === names[position - 1]?.slice(0, number.length)) {
        throw new Error(`migrations/${fileName}: its number is that of the file before it`);
      }
      // A checkout with other line ends is still the same migration.
      const sql = (await readFile(join(folder, fileName), "utf8")).replaceAll("\r\n", "\n");
      return {
        name: fileName.slice(0, -".sql".length),
        sql,
        checksum: createHash("sha256").update(sql).digest("hex"),
      };
    }),
  );
}
