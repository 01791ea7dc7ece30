import type { BackupProgress, OnProgress } from "#server/platform/backup/backup-content.ts";

const everyMs = 1000;
const words: Readonly<Record<BackupProgress["step"], string>> = {
  reading: "reading",
  writing: "writing",
  comparing: "comparing",
};

/** Says on the error output how far it has come: at each step, then once a second at most. */
export const sayProgress = (): OnProgress => {
  let last = 0;
  let step = "";
  return (progress) => {
    const now = performance.now();
    if (progress.step === step && now - last < everyMs) return;
    last = now;
    step = progress.step;
    const rows = progress.rows.toLocaleString("en-US");
    process.stderr.write(
      `${words[progress.step].padEnd(9)}  table ${progress.number} of ${progress.of}: ${progress.table}, ${rows} rows\n`,
    );
  };
};

/** Stops the work when the operator does, so that nothing half done is left; a second time the process ends at once. */
export const stoppable = async <Result>(
  act: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> => {
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, stop);
  try {
    return await act(stopping.signal);
  } catch (error) {
    if (stopping.signal.aborted)
      throw new Error("Stopped. Nothing was left behind.", { cause: error });
    throw error;
  } finally {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.off(signal, stop);
  }
};
