import { spawn } from "node:child_process";
import path from "node:path";

export interface ToolRun {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/**
 * Runs a script below `root` with this Node, in `root`. A program of a package is named by its file and not by its
 * link in `.bin`: two packages may fight for one link.
 */
export const runTool = (
  root: string,
  file: string,
  args: readonly string[],
  input?: string,
): Promise<ToolRun> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, file), ...args], {
      cwd: root,
      env: { ...process.env, NO_COLOR: "1" },
    });
    const out: Buffer[] = [];
    const error: Buffer[] = [];
    child.stdout.on("data", (part: Buffer) => out.push(part));
    child.stderr.on("data", (part: Buffer) => error.push(part));
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ code, out: Buffer.concat(out).toString(), error: Buffer.concat(error).toString() });
    });
    child.stdin.end(input ?? "");
  });
