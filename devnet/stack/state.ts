import { createHash, randomBytes } from "node:crypto";
import { chmod, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { dirname, join, resolve } from "node:path";
import { z } from "zod";

const stateSchema = z.object({
  seed: z.string(),
  days: z.number(),
  /** Schema that holds its history; absent until that was played to the end and indexed. */
  release: z.string().optional(),
  passwords: z.record(z.string(), z.string()),
});

/** What a second start needs to go on where the first one ended. */
export type DemoState = z.output<typeof stateSchema>;

/** Where the demo keeps things. */
export type DemoFolder = {
  root: string;
  postgres: string;
  chain: string;
  scene: string;
  deployments: string;
  environment: string;
  state: string;
  /** Mails that were sent, one file each. */
  mails: string;
  /** Files that were uploaded. */
  uploads: string;
  /** Compiled code of the services. */
  compileCache: string;
};

/**
 * Makes the folder of the demo. Postgres refuses to run as root and so runs as another user; where
 * that user cannot reach the folder, the data goes to the temporary folder instead.
 */
export async function openFolder(path: string): Promise<DemoFolder> {
  const wanted = resolve(path);
  const isOutOfReach = userInfo().uid === 0 && !(await isReachable(dirname(wanted)));
  const root = isOutOfReach ? elsewhere(wanted) : wanted;
  await mkdir(root, { recursive: true });
  await chmod(root, 0o755);
  return {
    root,
    postgres: join(root, "pg"),
    chain: join(root, "chain"),
    scene: join(root, "scene.json"),
    deployments: join(root, "deployments.json"),
    environment: join(root, "env"),
    state: join(root, "state.json"),
    mails: join(root, "mails"),
    uploads: join(root, "uploads"),
    compileCache: join(root, "compiled"),
  };
}

function elsewhere(wanted: string): string {
  const id = createHash("sha256").update(wanted).digest("hex").slice(0, 12);
  return join(tmpdir(), `valyra-demo-${id}`);
}

/** Whether every folder on the way can be entered by anybody. */
async function isReachable(path: string): Promise<boolean> {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (((await stat(folder)).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** The state of an earlier demo; undefined when there is none or it cannot be read. */
export async function readState(folder: DemoFolder): Promise<DemoState | undefined> {
  try {
    return stateSchema.parse(JSON.parse(await readFile(folder.state, "utf8")));
  } catch {
    return undefined;
  }
}

/** Writes the state whole or not at all, readable by its owner only: it holds passwords. */
export async function writeState(folder: DemoFolder, state: DemoState): Promise<void> {
  const draft = `${folder.state}.new`;
  await writeFile(draft, JSON.stringify(state, null, 2), { mode: 0o600 });
  await rename(draft, folder.state);
}

/** Writes variables for a shell to read, for their owner only: connections hold passwords. */
export async function writeEnvironment(
  { environment }: DemoFolder,
  variables: Readonly<Record<string, string>>,
): Promise<void> {
  const lines = Object.entries(variables).map(([name, value]) => `${name}='${value}'\n`);
  await writeFile(environment, lines.join(""), { mode: 0o600 });
}

/** Forgets everything that an earlier demo has left. */
export async function wipe(folder: DemoFolder): Promise<void> {
  const { root: _, ...paths } = folder;
  for (const path of Object.values(paths)) await rm(path, { recursive: true, force: true });
}

/** A password that fits into a connection string as it is. */
export function newPassword(): string {
  return randomBytes(18).toString("base64url");
}
