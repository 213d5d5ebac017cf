/**
 * Runs a command and turns a failure into its message on stderr and exit code 1. Operators see what
 * to do, not a stack; `DEBUG_STACKS=1` shows where it came from.
 */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    const showStack = process.env.DEBUG_STACKS === "1";
    const message = error instanceof Error ? (showStack && error.stack) || error.message : error;
    process.stderr.write(`${message}\n`);
    process.exitCode = 1;
  }
}
