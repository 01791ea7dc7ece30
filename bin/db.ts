import { writeFileSync } from "node:fs";
import path from "node:path";
import { printedSchema } from "./check/printed-schema.ts";

const root = path.resolve(import.meta.dirname, "..");

const help = `node bin/db.ts update

Writes db/schema.sql and src/server/db/rows.ts anew: migrates a throw-away database and prints it.
Run it after writing a migration; what changed shows in the difference.
`;

/** The one thing to do with the database that is not for its operator but for whoever writes a migration. */
const run = async (argument: string | undefined): Promise<number> => {
  if (argument !== "update") {
    process.stdout.write(help);
    return argument === undefined || argument === "--help" ? 0 : 2;
  }
  for (const [file, text] of await printedSchema(root)) {
    writeFileSync(path.join(root, file), text);
    process.stdout.write(`${file}\n`);
  }
  return 0;
};

process.exitCode = await run(process.argv[2]);
