import path from "node:path";
import { z } from "zod";

const flag = z.enum(["0", "1"]).transform((value) => value === "1");
const address = z.string().regex(/^postgres(ql)?:\/\//);

/** Addresses that only this machine reaches. */
export const ownMachine: ReadonlySet<string> = new Set(["127.0.0.1", "localhost", "::1"]);

const environmentSchema = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65_535).optional(),
    HOST: z.string().min(1).default("127.0.0.1"),
    DATABASE_URL: address.optional(),
    DATABASE_OWNER_URL: address.optional(),
    STEPWELL_DATA: z.string().min(1).optional(),
    STEPWELL_DEMO: flag.optional(),
    STEPWELL_LISTEN_URL: address.optional(),
    STEPWELL_NAMED_STATEMENTS: flag.default(true),
    STEPWELL_POSTGRES_BIN: z.string().min(1).optional(),
    STEPWELL_PUBLIC_URL: z.url().optional(),
    STEPWELL_TRUST_PROXY: z.string().min(1).optional(),
    SMTP_URL: z.url().optional(),
    METRICS_TOKEN: z.string().min(16).optional(),
    LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("warn"),
  })
  .refine((value) => value.SMTP_URL === undefined || value.STEPWELL_PUBLIC_URL !== undefined, {
    path: ["STEPWELL_PUBLIC_URL"],
    message: "must be set together with SMTP_URL, for the links in letters",
  });

export class SettingsRefused extends Error {}

const root = path.resolve(import.meta.dirname, "../../..");

/** How this installation is set up, from the environment; README names every setting. */
export const readSettings = (environment: NodeJS.ProcessEnv = process.env) => {
  const present = Object.entries(environment).filter(([, value]) => value !== "");
  const parsed = environmentSchema.safeParse(Object.fromEntries(present));
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new SettingsRefused(`These settings cannot be used:\n  ${wrong.join("\n  ")}`);
  }
  const value = parsed.data;
  return {
    port: value.PORT,
    host: value.HOST,
    databaseUrl: value.DATABASE_URL,
    databaseOwnerUrl: value.DATABASE_OWNER_URL,
    dataDir: path.resolve(root, value.STEPWELL_DATA ?? ".data"),
    /** Everybody at this machine may read the demo's letters; from elsewhere only where that was asked for. */
    showsLetters:
      value.SMTP_URL === undefined &&
      (value.STEPWELL_DEMO ?? (value.DATABASE_URL === undefined && ownMachine.has(value.HOST))),
    isDemo: value.STEPWELL_DEMO ?? value.DATABASE_URL === undefined,
    listenUrl: value.STEPWELL_LISTEN_URL,
    named: value.STEPWELL_NAMED_STATEMENTS,
    postgresBin: value.STEPWELL_POSTGRES_BIN,
    publicUrl: value.STEPWELL_PUBLIC_URL?.replace(/\/$/, ""),
    trustProxy: value.STEPWELL_TRUST_PROXY,
    smtpUrl: value.SMTP_URL,
    metricsToken: value.METRICS_TOKEN,
    logLevel: value.LOG_LEVEL,
    root,
  };
};
export type Settings = ReturnType<typeof readSettings>;
