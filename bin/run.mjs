// Starts, tests, checks and measures Stepwell from a fresh copy: npm start, npm test, npm run check …
// This file and bin/bootstrap run on whatever Node the machine has, before anything is installed.
const major = Number(process.versions.node.split(".")[0]);
if (major < 20) {
  console.error(
    `Stepwell needs Node 20 or newer to start, and this is Node ${process.versions.node}.`,
  );
  process.exit(1);
}
const { runCommand } = await import("./bootstrap/run-command.mjs");
process.exit(await runCommand(process.argv[2] ?? "start", process.argv.slice(3)));
