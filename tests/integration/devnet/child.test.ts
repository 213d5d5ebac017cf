import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { describeExit, startChild } from "../../../devnet/processes/child.ts";
import { freePort } from "../../../devnet/processes/free-port.ts";
import { waitUntil } from "../../../devnet/processes/wait-until.ts";

const ROOT = join(import.meta.dirname, "../../..");
const folder = await mkdtemp(join(tmpdir(), "valyra-child-test-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

const node = (script: string) => ({ command: process.execPath, args: ["-e", script] });

describe("a child process", () => {
  test("its lines arrive as they are printed, and its end is told", async () => {
    const lines: string[] = [];
    const child = await startChild({
      name: "talker",
      ...node("console.log('one\\ntwo'); console.error('three'); process.exitCode = 3"),
      onLine: (line, stream) => lines.push(`${stream} ${line}`),
    });
    expect(describeExit(await child.exited)).toBe("exit code 3");
    await waitUntil(() => lines.length === 3, { what: "three lines", deadlineMs: 5_000 });
    expect(lines.sort()).toEqual(["stderr three", "stdout one", "stdout two"]);
    expect(child.lastLines()).toContain("two");
    expect(await child.stop()).toEqual({ code: 3, signal: null });
  });

  test("one that ignores the stop signal is killed after the grace period", async () => {
    const child = await startChild({
      name: "stubborn",
      ...node("process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('up')"),
      graceMs: 200,
    });
    await waitUntil(() => child.lastLines() === "up", { what: "its handler", deadlineMs: 20_000 });
    expect(describeExit(await child.stop())).toBe("signal SIGKILL");
  });

  test("a program that does not exist is named", async () => {
    const missing = { name: "nobody", command: join(folder, "nothing"), args: [] };
    await expect(startChild(missing)).rejects.toThrow("nobody did not start");
  });

  test("it dies with us, children and scratch folder too, even when we are killed with SIGKILL", async () => {
    const scratch = join(folder, "scratch");
    const beat = join(folder, "beat");
    await mkdir(join(scratch, "inner"), { recursive: true });
    // Ignores the stop signal, and has a child of its own that shows that it lives.
    const grandchild = `setInterval(() => require("fs").writeFileSync(${JSON.stringify(beat)}, ""), 20)`;
    const stubborn = `process.on("SIGTERM", () => {});
      require("child_process").spawn(process.execPath, ["-e", ${JSON.stringify(grandchild)}]);
      setInterval(() => {}, 1000)`;
    const options = JSON.stringify({ name: "stubborn", ...node(stubborn), graceMs: 300, scratch });
    const module = JSON.stringify(join(ROOT, "devnet/processes/child.ts"));
    const script = `const { startChild } = await import(${module});
      const { existsSync } = await import("node:fs");
      await startChild(${options});
      setInterval(() => existsSync(${JSON.stringify(beat)}) && process.kill(process.pid, "SIGKILL"), 20)`;
    spawn(process.execPath, ["--input-type=module", "-e", script], {
      cwd: ROOT,
      stdio: "ignore",
    });
    const end = { what: "the orphans live on", deadlineMs: 25_000 };
    await waitUntil(() => existsSync(beat), end);
    await waitUntil(() => !existsSync(scratch), end);
    await waitUntil(async () => {
      await rm(beat, { force: true });
      await delay(200);
      return !existsSync(beat);
    }, end);
  });

  test("its scratch folder goes with it when it is stopped", async () => {
    const scratch = await mkdtemp(join(folder, "stopped-"));
    const child = await startChild({
      name: "sleeper",
      ...node("setInterval(() => {}, 1000)"),
      scratch,
    });
    await child.stop();
    expect(existsSync(scratch)).toBe(false);
  });

  test("waiting ends with the reason when it is pointless, or with the last error", async () => {
    const options = { what: "the moon", deadlineMs: 60 };
    await expect(
      waitUntil(() => false, { ...options, givenUp: () => "it is new" }),
    ).rejects.toThrow("the moon: it is new");
    const failing = waitUntil(() => Promise.reject(new Error("clouds")), options);
    await expect(failing).rejects.toThrow(expect.objectContaining({ cause: new Error("clouds") }));
  });

  test("a free port is the wanted one, or another when it is taken", async () => {
    const wanted = await freePort();
    expect(await freePort(wanted)).toBe(wanted);
    const server = (await import("node:net")).createServer().listen(wanted, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    expect(await freePort(wanted)).not.toBe(wanted);
    server.close();
  });
});
