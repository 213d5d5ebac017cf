import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { dirname, join } from "node:path";

const ARCHITECTURES: Partial<Record<string, string>> = { x64: "amd64", arm64: "arm64" };

/**
 * Path of the anvil program itself. `node_modules/.bin/anvil` is a script that starts it: signals to
 * the script do not reach it, so it would neither save its state nor end.
 */
export function anvilBinary(): string {
  const architecture = ARCHITECTURES[arch()];
  const target = `${platform()}-${architecture}`;
  const name = `@foundry-rs/anvil-${target}`;
  const require = createRequire(import.meta.url);
  try {
    const manifest = require.resolve(`${name}/package.json`, {
      paths: [dirname(require.resolve("@foundry-rs/anvil/package.json"))],
    });
    return join(dirname(manifest), "bin", platform() === "win32" ? "anvil.exe" : "anvil");
  } catch (cause) {
    throw new Error(
      `anvil is not installed for ${target}: run npm ci without --omit=optional (package ${name})`,
      { cause },
    );
  }
}
