import { spawn } from "node:child_process";
import { spawnOptions, type DatabaseUser } from "./database-user.ts";
import { PostgresError } from "./postgres-error.ts";

/**
 * Runs one of PostgreSQL's programs to its end as the database user, in `folder` where it is to be found there
 * under the name "."; throws what it said when it fails.
 */
export const runProgram = async (
  program: string,
  args: readonly string[],
  user: DatabaseUser,
  { input = "", folder }: { readonly input?: string; readonly folder?: string } = {},
): Promise<void> => {
  const child = spawn(program, args, {
    ...spawnOptions(user),
    ...(folder !== undefined && { cwd: folder }),
    stdio: ["pipe", "pipe", "pipe"],
  });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  // A program that ends before it has read everything closes the pipe; its exit code tells the rest.
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0) throw new PostgresError(`${program} failed: ${said.trim()}`);
};
