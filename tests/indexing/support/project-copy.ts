import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PROJECT_ROOT } from "../../support/ponder.ts";

/** What `ponder start` reads of the project. */
const SOURCES = [
  ...["abis", "core", "src", "ponder.config.ts", "ponder.schema.ts"],
  ...["package.json", "tsconfig.json", "ponder-env.d.ts"],
];

export type ProjectCopy = {
  readonly root: string;
  /** Changes one file of the copy. */
  edit(path: string, change: (text: string) => string): Promise<void>;
  remove(): Promise<void>;
};

/**
 * A copy of the indexer's sources that can be changed; the packages are shared.
 *
 * @param more further folders of the project
 */
export async function copyProject(more: readonly string[] = []): Promise<ProjectCopy> {
  const root = await mkdtemp(join(tmpdir(), "valyra-project-"));
  for (const source of [...SOURCES, ...more]) {
    await cp(join(PROJECT_ROOT, source), join(root, source), { recursive: true });
  }
  await symlink(join(PROJECT_ROOT, "node_modules"), join(root, "node_modules"));
  return {
    root,
    async edit(path, change) {
      const file = join(root, path);
      const text = await readFile(file, "utf8");
      const changed = change(text);
      if (changed === text) throw new Error(`${path} was not changed`);
      await writeFile(file, changed);
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
}
