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

/** Reads the migrations in order and refuses a folder with gaps, duplicates or foreign files. */
export async function readMigrationFiles(folder: string): Promise<MigrationFile[]> {
  const names = (await readdir(folder)).sort();
  return Promise.all(
    names.map(async (fileName, position) => {
      const number = FILE_NAME.exec(fileName)?.[1];
      const expected = String(position + 1).padStart(4, "0");
      if (number !== expected) {
        throw new Error(
          `migrations/${fileName}: expected a file named ${expected}_….sql at this place; numbers must not repeat or skip`,
        );
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
