import { serve } from "#server/app/serve.ts";

process.exitCode = await serve();
