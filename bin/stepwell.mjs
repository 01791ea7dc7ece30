#!/usr/bin/env node
// The command line, on the Node that Stepwell needs, whatever Node this is.
process.argv.splice(2, 0, "cli");
await import("./run.mjs");
