// Loaded before a program of ours, for the time when whoever started it is gone. It asks the program to
// end, so that killing the bootstrap or npm outright leaves nothing running. It goes on asking, because
// npm takes the first request as a wish to undo half an install, and only the second as an order.

// What the program starts in turn has another parent, and must not inherit this from it.
process.execArgv.splice(process.execArgv.indexOf(import.meta.url) - 1, 2);

// Told by the parent itself, for it may be gone before this line runs.
const parent = Number(new URL(import.meta.url).searchParams.get("parent"));
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, "SIGTERM");
}, 500).unref();

// A terminal that was closed refuses what is written to it. That must not come in the way of ending.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
