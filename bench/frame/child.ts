import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");
const patienceMs = 20_000;

/** A process of the benchmark's own, asked one question at a time over its channel. */
export interface Child {
  readonly pid: number;
  /** What it said of itself when it was ready. */
  readonly hello: unknown;
  ask(question: object): Promise<unknown>;
  stop(): Promise<void>;
}

const answerOf = (child: ChildProcess, name: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      child.off("message", heard);
      child.off("exit", gone);
      act();
    };
    const heard = (message: unknown) => settle(() => resolve(message));
    const gone = (code: number | null, signal: string | null) =>
      settle(() => reject(new Error(`${name} ended with ${code ?? signal}`)));
    child.once("message", heard);
    child.once("exit", gone);
  });

/** Ends a process: asked first, killed when it does not listen. */
export const endProcess = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), patienceMs);
  await gone;
  clearTimeout(timer);
};

/** Starts a module below `bench/` in a process of its own and waits until it says that it is ready. */
export const startChild = async (
  module: string,
  environment: Readonly<Record<string, string>> = {},
  execArgv: readonly string[] = [],
): Promise<Child> => {
  const child = fork(path.join(root, "bench", module), {
    env: { ...process.env, ...environment },
    execArgv: [...execArgv],
    serialization: "advanced",
  });
  const hello = await answerOf(child, module);
  return {
    pid: child.pid ?? 0,
    hello,
    ask: (question) => {
      const answer = answerOf(child, module);
      child.send(question);
      return answer;
    },
    stop: () => endProcess(child),
  };
};

/** The other side: says that this process is ready and answers each question it is asked. */
export const answerParent = (
  answer: (question: unknown) => Promise<object>,
  hello: object = {},
): void => {
  process.on("message", (question) => {
    answer(question).then(
      (reply) => process.send?.(reply),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
        process.exit(1);
      },
    );
  });
  process.on("disconnect", () => process.exit());
  process.send?.(hello);
};
