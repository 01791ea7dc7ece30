// Loaded before a program of ours, for the time when whoever started it is gone. It asks the program to
// end, so that killing the bootstrap or npm outright leaves nothing running. It goes on asking, because
// npm takes the first request as a wish to undo half an install, and only the second as an order.
import { isMainThread } from "node:worker_threads";

// Told by the parent itself, for it may be gone before this line runs.
const parent = Number(new URL(import.meta.url).searchParams.get("parent"));
const endWhenLost = () => {
  if (process.ppid !== parent) process.kill(process.pid, "SIGTERM");
};
if (isMainThread) {
  setInterval(endWhenLost, 500).unref();
  // A terminal that was closed refuses what is written to it. That must not come in the way of ending.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
}
