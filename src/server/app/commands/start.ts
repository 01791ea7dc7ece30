import { Command } from "commander";
import { serve } from "#server/app/serve.ts";

/** `stepwell start`: the same as `npm start`, without looking whether packages or screens are stale. */
export const startCommand = (): Command =>
  new Command("start").description("start the product and serve it").action(async () => {
    process.exitCode = await serve();
  });
