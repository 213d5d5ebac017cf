/**
 * `npm run pictures`: the pictures of the README, from a demo that is started for them. Needs a
 * Chromium (`CHROMIUM` names it when it is not `chromium`), and the usual ports to be free.
 */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify, stripVTControlCharacters } from "node:util";
import { processEnvironment } from "../core/config/process-environment.ts";
import { startChild } from "../devnet/processes/child.ts";
import { waitUntil } from "../devnet/processes/wait-until.ts";
import { ROOT } from "./lib/project-files.ts";
import { terminalPage } from "./lib/terminal-page.ts";
import { runCommand } from "./support/run-command.ts";

const IMAGES = join(ROOT, "docs", "images");
const API = "http://127.0.0.1:4000";
const DESK = "http://127.0.0.1:4010";

/** A start of the demo may play and index a whole history. */
const START_MS = 180_000;
/** A deposit is followed to its mail, its webhook and its job. */
const EFFECTS_MS = 5_000;
/** What a page may take to draw itself, milliseconds of its own clock. */
const DRAWING_MS = 15_000;

await runCommand(async () => {
  const folder = await mkdtemp(join(tmpdir(), "valyra-pictures-"));
  const lines: string[] = [];
  const demo = await startChild({
    name: "demo",
    command: process.execPath,
    args: ["devnet/demo.ts", "--no-open", "--quiet", "--folder", join(folder, "market")],
    cwd: ROOT,
    env: { ...processEnvironment(), FORCE_COLOR: "1" },
    graceMs: 30_000,
    onLine: (line) => lines.push(line),
  });
  try {
    await waitUntil(() => lines.some((line) => line.includes("Ctrl-C stops everything")), {
      what: "the demo is up",
      deadlineMs: START_MS,
      givenUp: () => demo.exit() && demo.lastLines(),
    });
    await takeTerminal(folder, lines);
    await take(folder, `${API}/docs`, "api-docs.png", { width: 1280, height: 780 });
    await depositOnce();
    await take(folder, DESK, "desk.png", { width: 1280, height: 900 });
  } finally {
    await demo.stop();
    await rm(folder, { recursive: true, force: true });
  }
});

/** The start of the demo as a terminal shows it: its steps and its addresses. */
async function takeTerminal(folder: string, lines: readonly string[]): Promise<void> {
  const isShown = (line: string) => /^$|^ {2}[✔A-Z]/u.test(stripVTControlCharacters(line));
  const shown = lines.filter(isShown).map((line) => line.replace(/:[^:@/]+@/, ":…@"));
  const { html, height } = terminalPage(["$ npm run demo", ...shown]);
  const page = join(folder, "terminal.html");
  await writeFile(page, html);
  await take(folder, `file://${page}`, "demo.png", { width: 1280, height });
}

/** Presses the button of the desk, and waits for what comes of it. */
async function depositOnce(): Promise<void> {
  const answer = await fetch(`${DESK}/deposit`, { method: "POST" });
  if (!answer.ok) throw new Error(`the desk refused a deposit with ${answer.status}`);
  await delay(EFFECTS_MS);
}

/** Has Chromium draw a page into a picture of the documentation. */
async function take(
  folder: string,
  url: string,
  name: string,
  { width, height }: { width: number; height: number },
): Promise<void> {
  const { CHROMIUM = "chromium" } = processEnvironment();
  await promisify(execFile)(
    CHROMIUM,
    [
      ...["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run"],
      ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
      `--user-data-dir=${join(folder, "browser")}`,
      `--window-size=${width},${height}`,
      `--virtual-time-budget=${DRAWING_MS}`,
      `--screenshot=${join(IMAGES, name)}`,
      url,
    ],
    { timeout: 120_000 },
  );
  console.log(`docs/images/${name}`);
}
