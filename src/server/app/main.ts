import { serve } from "#server/app/serve.ts";

const [word] = process.argv.slice(2);
if (word === undefined) process.exitCode = await serve();
else {
  process.stderr.write(
    `npm start takes no words, and "${word}" is one. Settings come from the environment: PORT=4000 npm start\n`,
  );
  process.exitCode = 2;
}
