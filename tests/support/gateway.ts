import { type Child, describeExit, startChild } from "../../devnet/processes/child.ts";
import { waitUntil } from "../../devnet/processes/wait-until.ts";

export type GatewayProcess = {
  /** Address to give to an indexer. */
  url: string;
  /** Everything it printed, one JSON object a line. */
  lines: readonly string[];
  child: Child;
  stop(): Promise<void>;
};

export type GatewayProcessOptions = {
  /** Project directory. */
  root: string;
  deploymentsFile: string;
  /** Whether its line coverage counts. */
  isMeasured?: boolean | undefined;
  /** Settings besides; `GATEWAY_DATABASE_URL` makes it record its proofs. */
  env?: Readonly<Record<string, string>>;
};

/** Starts the real gateway as production does; resolves once it has a proved head. */
export async function startGatewayProcess({
  root,
  deploymentsFile,
  isMeasured = true,
  env,
}: GatewayProcessOptions): Promise<GatewayProcess> {
  const lines: string[] = [];
  const child = await startChild({
    name: "gateway",
    command: process.execPath,
    args: ["guard/gateway/main.ts"],
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_OPTIONS: isMeasured ? process.env.NODE_OPTIONS : undefined,
      NODE_ENV: "production",
      VALYRA_DEPLOYMENTS: deploymentsFile,
      GATEWAY_PORT: "0",
      ...env,
    },
    onLine: (line) => lines.push(line),
  });
  try {
    const port = await waitUntil(
      () => lines.map((line) => /"port":(\d+).*gateway started/.exec(line)?.[1]).find(Boolean),
      {
        what: "the gateway listens",
        deadlineMs: 60_000,
        givenUp() {
          const exit = child.exit();
          return exit && `it ended with ${describeExit(exit)}\n${lines.slice(-15).join("\n")}`;
        },
      },
    );
    const url = `http://127.0.0.1:${port}`;
    await waitUntil(async () => (await fetch(`${url}/ready`)).ok, {
      what: "the gateway is ready",
      deadlineMs: 180_000,
    });
    return { url, lines, child, stop: () => child.stop().then(() => undefined) };
  } catch (error) {
    await child.stop();
    throw error;
  }
}
