import { isIP } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";

const flag = z.enum(["0", "1"], "is 0 or 1").transform((value) => value === "1");
const address = z
  .string()
  .regex(/^postgres(ql)?:\/\//, "is an address like postgres://role:password@host/database");
const wholeNumber = (least: number, most: number) => {
  const words = `is a whole number from ${least} to ${most}`;
  return z.coerce.number(words).int(words).min(least, words).max(most, words);
};
const nets: ReadonlySet<string> = new Set(["loopback", "linklocal", "uniquelocal"]);
/** `10.0.0.7`, `10.0.0.0/8`, `loopback`: what the HTTP server takes for proxies. */
const isNet = (text: string): boolean => {
  const [ip = "", bits = "0", ...more] = text.split("/");
  return nets.has(text) || (isIP(ip) > 0 && /^\d{1,3}$/.test(bits) && more.length === 0);
};
const proxies = z
  .string()
  .refine(
    (text) => text.split(",").every((one) => isNet(one.trim())),
    "is a list of addresses like 10.0.0.7, 10.0.0.0/8 or loopback, with commas between",
  );
const logLevels = ["silent", "error", "warn", "info", "debug"] as const;

const minutesIn = { m: 1, h: 60, d: 1440 } as const;
/** A time between things, in minutes: `30m`, `6h`, `1d`. */
const every = z
  .string()
  .regex(/^[1-9][0-9]{0,3}[mhd]$/, "is a number and m, h or d, for example 6h")
  .transform(
    (text) => Number(text.slice(0, -1)) * minutesIn[z.enum(["m", "h", "d"]).parse(text.at(-1))],
  );

/** Addresses that only this machine reaches. */
export const ownMachine: ReadonlySet<string> = new Set(["127.0.0.1", "localhost", "::1"]);

const environmentSchema = z
  .object({
    PORT: wholeNumber(0, 65_535).optional(),
    HOST: z.string().min(1).default("127.0.0.1"),
    DATABASE_URL: address.optional(),
    DATABASE_OWNER_URL: address.optional(),
    STEPWELL_BACKUP_EVERY: every.default(minutesIn.d),
    STEPWELL_BACKUP_FOLDER: z.string().min(1).optional(),
    STEPWELL_BACKUP_KEEP: wholeNumber(1, 10_000).default(14),
    STEPWELL_BACKUP_KEY_FILE: z.string().min(1).optional(),
    STEPWELL_DATA: z.string().min(1).optional(),
    STEPWELL_DEMO: flag.optional(),
    STEPWELL_DEMO_LIFE: flag.optional(),
    STEPWELL_LISTEN_URL: address.optional(),
    STEPWELL_NAMED_STATEMENTS: flag.default(true),
    STEPWELL_POSTGRES_BIN: z.string().min(1).optional(),
    STEPWELL_PUBLIC_URL: z
      .url({ protocol: /^https?$/, error: "is an address like https://care.example" })
      .optional(),
    STEPWELL_TRUST_PROXY: proxies.optional(),
    SMTP_URL: z
      .url({ protocol: /^smtps?$/, error: "is an address like smtps://user:password@mail.example" })
      .optional(),
    METRICS_TOKEN: z.string().min(16, "has at least 16 characters").optional(),
    LOG_LEVEL: z.enum(logLevels, `is one of ${logLevels.join(", ")}`).default("warn"),
  })
  .refine((value) => value.SMTP_URL === undefined || value.STEPWELL_PUBLIC_URL !== undefined, {
    path: ["STEPWELL_PUBLIC_URL"],
    message: "must be set together with SMTP_URL, for the links in letters",
  })
  .refine(
    ({ STEPWELL_BACKUP_FOLDER: folder, STEPWELL_BACKUP_KEY_FILE: key }) =>
      folder === undefined || key !== undefined,
    {
      path: ["STEPWELL_BACKUP_KEY_FILE"],
      message:
        "must be set together with STEPWELL_BACKUP_FOLDER. Make one with: npx stepwell backup key FILE",
    },
  )
  .refine(
    (value) =>
      value.STEPWELL_BACKUP_FOLDER === undefined ||
      value.DATABASE_URL === undefined ||
      value.DATABASE_OWNER_URL !== undefined,
    {
      path: ["DATABASE_OWNER_URL"],
      message:
        "must be set for STEPWELL_BACKUP_FOLDER: the role of DATABASE_URL does not see every row",
    },
  );

export class SettingsRefused extends Error {}

const root = path.resolve(import.meta.dirname, "../../..");

const backupsOf = ({
  STEPWELL_BACKUP_FOLDER: folder,
  STEPWELL_BACKUP_KEY_FILE: keyFile,
  STEPWELL_BACKUP_EVERY: everyMinutes,
  STEPWELL_BACKUP_KEEP: keep,
}: z.output<typeof environmentSchema>) =>
  folder === undefined || keyFile === undefined
    ? undefined
    : {
        folder: path.resolve(root, folder),
        keyFile: path.resolve(root, keyFile),
        everyMinutes,
        keep,
      };

/** On a disk, and on Linux in memory. */
const temporary: readonly string[] = [path.resolve(tmpdir()), "/tmp", "/dev/shm"];

/** A folder that was named among the temporary ones is gone tomorrow: tests and measurements put theirs there. */
const isThrownAway = (folder: string | undefined): boolean =>
  folder !== undefined &&
  temporary.some((parent) => path.resolve(root, folder).startsWith(`${parent}${path.sep}`));

/** How this installation is set up, from the environment; README names every setting. */
export const readSettings = (environment: NodeJS.ProcessEnv = process.env) => {
  const present = Object.entries(environment).filter(([, value]) => value !== "");
  const parsed = environmentSchema.safeParse(Object.fromEntries(present));
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
    throw new SettingsRefused(`These settings cannot be used:\n  ${wrong.join("\n  ")}`);
  }
  const value = parsed.data;
  const isDemo = value.STEPWELL_DEMO ?? value.DATABASE_URL === undefined;
  const dataDir = path.resolve(root, value.STEPWELL_DATA ?? ".data");
  return {
    port: value.PORT,
    host: value.HOST,
    databaseUrl: value.DATABASE_URL,
    /** Backups that are made by themselves, where they go and how many stay; undefined where none are made. */
    backups: backupsOf(value),
    databaseOwnerUrl: value.DATABASE_OWNER_URL,
    dataDir,
    /** Everybody at this machine may read the demo's letters; from elsewhere only where that was asked for. */
    showsLetters:
      value.SMTP_URL === undefined &&
      (value.STEPWELL_DEMO ?? (value.DATABASE_URL === undefined && ownMachine.has(value.HOST))),
    isDemo,
    /** The demo lives through its weeks after the first start; unasked not where the data is thrown away. */
    livesOn:
      isDemo &&
      (value.STEPWELL_DEMO_LIFE ??
        (value.DATABASE_URL === undefined && !isThrownAway(value.STEPWELL_DATA))),
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
