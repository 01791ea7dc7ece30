import type { HealthCode, HealthFinding } from "#domain/operations/health-finding.ts";

interface Words {
  readonly what: string;
  readonly todo?: string;
}

/** What the doctor says: each finding in a sentence, and what to do. The screens say the same in their own words. */
const words: Readonly<Record<HealthCode, Words>> = {
  "database-fine": { what: "PostgreSQL {version} answers" },
  "database-silent": {
    what: "The database does not answer",
    todo: "See that the server of DATABASE_URL runs and that the password is right; for the embedded one look into postgres.log of the data folder.",
  },
  "database-too-old": { what: "PostgreSQL {version} is too old", todo: "Use {least} or newer." },
  "database-not-durable": {
    what: "fsync is off: a power cut would lose what was acknowledged",
    todo: "alter system set fsync = on; and restart PostgreSQL.",
  },
  "database-other-zone": {
    what: "The connection speaks {zone}, not UTC",
    todo: "The pooler in between drops start-up options: alter role stepwell_app set timezone = 'UTC';",
  },
  "database-role-too-strong": {
    what: "The role of DATABASE_URL is not bound by row-level security ({problem})",
    todo: "Serve with a role of its own: create role stepwell_app login password '…'; and put it into DATABASE_URL.",
  },
  "database-role-too-weak": {
    what: "The role of DATABASE_URL may not read the tables",
    todo: "Run `grant stepwell_app to …` for it, or migrate first.",
  },
  "connections-scarce": {
    what: "{used} of {most} connections of PostgreSQL are taken",
    todo: "Raise max_connections, or find out who else uses this server. Stepwell itself takes about 40.",
  },
  "transaction-long": {
    what: "A transaction is open for {minutes}",
    todo: "Look at pg_stat_activity; a backup under way may take this long, anything else should be ended.",
  },
  "vacuum-behind": {
    what: "{deadRows} rows of {table} were replaced and not cleared away",
    todo: "See that autovacuum is on; run: vacuum (analyze) {table};",
  },
  "schema-fine": { what: "The schema is up to date: {count} migrations" },
  "migrations-waiting": { what: "{count} migrations wait: {names}", todo: "npx stepwell migrate" },
  "migration-unknown": {
    what: "The database holds migration {name}, which this version does not know",
    todo: "Run the version that made it, or a newer one.",
  },
  "migration-edited": {
    what: "Migration {name} was edited after it ran",
    todo: "Put the file back as it was.",
  },
  "errands-fine": { what: "Errands are carried out; {waiting} wait for their time" },
  "errands-failed": {
    what: "{count} errands were given up",
    todo: "Operations in the staff app says why, and tries them again.",
  },
  "errands-overdue": {
    what: "{count} errands are due and nobody carries them out",
    todo: "See that a server runs; restart it if it does.",
  },
  "seals-fine": { what: "The audit trail is sealed, {count} batches" },
  "seals-behind": {
    what: "{count} lines of the audit trail wait too long for their seal",
    todo: "See that a server runs; what it says tells why the sealer stands still.",
  },
  "trail-altered": {
    what: "The last verification of the audit trail found {count} places that are not as they were sealed",
    todo: "npx stepwell audit verify names them. Keep the data folder as it is, and tell the privacy officer.",
  },
  "trail-never-verified": {
    what: "The audit trail was never verified",
    todo: "npx stepwell audit verify",
  },
  "trail-long-unverified": {
    what: "The audit trail was not verified for more than a week",
    todo: "npx stepwell audit verify",
  },
  "backups-fine": { what: "The newest of {kept} backups is {minutes} old: {name}" },
  "backups-none-embedded": {
    what: "No backups are made by themselves",
    todo: "Set STEPWELL_BACKUP_FOLDER and STEPWELL_BACKUP_KEY_FILE. See docs/guides/backup.md.",
  },
  "backups-none-own": {
    what: "Stepwell makes no backups; the server of DATABASE_URL has to",
    todo: "Set STEPWELL_BACKUP_FOLDER and STEPWELL_BACKUP_KEY_FILE, or see docs/guides/backup.md.",
  },
  "backup-key-unreadable": {
    what: "The key file of backups cannot be read",
    todo: "STEPWELL_BACKUP_KEY_FILE names it. See docs/guides/backup.md.",
  },
  "backup-missing": {
    what: "No backup has been made in {folder} yet",
    todo: "Start Stepwell: the first one is made at once; what it says then tells why if not.",
  },
  "backup-late": {
    what: "The newest backup is {minutes} old, and one is due every {everyMinutes}: {name}",
    todo: "Look at what the server says of backups, and at the disk of the folder.",
  },
  "backup-failed": {
    what: "The last backup came to nothing ({why})",
    todo: "Look at what the server says of backups, and at the disk of {folder}.",
  },
  "backups-on-disk-of-data": {
    what: "Backups lie on the same disk as the data: they are lost with it",
    todo: "Put STEPWELL_BACKUP_FOLDER on another disk, or copy the files to another place.",
  },
  "disk-fine": { what: "{freeBytes} free for {folder}" },
  "disk-full": {
    what: "Only {freeBytes} are free on the disk of {folder}",
    todo: "Free at least {leastBytes} now: the database stops when its disk is full.",
  },
  "disk-low": {
    what: "Only {freeBytes} are free on the disk of {folder}",
    todo: "Free at least {leastBytes}: the database stops when its disk is full.",
  },
  "disk-short-for-backup": {
    what: "{freeBytes} are free in {folder}, and the newest backup is {bytes} large",
    todo: "Free space there, or keep fewer backups with STEPWELL_BACKUP_KEEP.",
  },
  "folder-not-writable": {
    what: "The folder {folder} cannot be written",
    todo: "Give the user of Stepwell this folder, or name another one in the settings.",
  },
  "node-fine": { what: "Node {version}" },
  "node-too-old": {
    what: "Node {version} is too old",
    todo: "Run through `npm start` or `npx stepwell`, which bring the right Node along ({least} or newer).",
  },
  "product-fine": { what: "Stepwell {version} is running" },
  "product-not-running": { what: "Not running now", todo: "npm start" },
  "screens-not-built": { what: "The screens are not built", todo: "npm start builds them." },
  "settings-own-database": { what: "DATABASE_URL names the database" },
  "settings-embedded-database": {
    what: "The embedded PostgreSQL is used: fine for trying out",
    todo: "Set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL that you back up before real people are in it.",
  },
  "letters-leave": { what: "Letters leave by SMTP_URL" },
  "letters-caught": {
    what: "Letters go to the mail catcher, none leaves",
    todo: "Set SMTP_URL and STEPWELL_PUBLIC_URL.",
  },
  "links-lead-nowhere": {
    what: "HOST is {host} and STEPWELL_PUBLIC_URL is not set: links in letters would lead nowhere",
    todo: "Set STEPWELL_PUBLIC_URL to the address people type, with https.",
  },
  "demo-reachable": {
    what: "The demo is on and HOST is {host}: whoever reaches it signs in with the demo's password",
    todo: "Set STEPWELL_DEMO=0, or leave HOST at 127.0.0.1.",
  },
  "demo-on-own-database": {
    what: "STEPWELL_DEMO=1 with a database of your own: everybody knows the demo's password",
    todo: "Unset STEPWELL_DEMO.",
  },
};

const gigabyte = 1_000_000_000;

const sizeOf = (bytes: number): string =>
  bytes < gigabyte ? `${(bytes / 1_000_000).toFixed(0)} MB` : `${(bytes / gigabyte).toFixed(1)} GB`;

const spanOf = (minutes: number): string => {
  if (minutes < 120) return `${minutes} minutes`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
};

const said = (name: string, value: string | number | undefined): string => {
  if (typeof value !== "number") return value ?? "?";
  if (/bytes$/i.test(name)) return sizeOf(value);
  return /minutes$/i.test(name) ? spanOf(value) : value.toLocaleString("en-US");
};

const fill = (sentence: string, values: HealthFinding["values"]): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => said(name, values[name]));

/** A finding at the terminal: what it is, and what to do where there is something to do. */
export const healthWords = ({
  code,
  severity,
  values,
}: Pick<HealthFinding, "code" | "severity" | "values">): Words => {
  const { what, todo } = words[code];
  const isTold = todo !== undefined && severity !== "fine";
  return { what: fill(what, values), ...(isTold && { todo: fill(todo, values) }) };
};
