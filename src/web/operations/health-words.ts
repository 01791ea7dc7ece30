import { i18n, type MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type {
  HealthCode,
  HealthFinding,
  HealthOwner,
  Severity,
} from "#domain/operations/health-finding.ts";
import { sayBytes, sayCount } from "#web/platform/numbers.ts";
import type { Meaning } from "#web/ui/chip.tsx";

interface Words {
  readonly what: MessageDescriptor;
  /** What mends it. */
  readonly todo?: MessageDescriptor;
}

// The terminal says the same of the same codes: src/server/app/commands/health-words.ts.
const words: Readonly<Record<HealthCode, Words>> = {
  "database-fine": { what: msg({ message: "PostgreSQL {version} answers." }) },
  "database-silent": {
    what: msg({ message: "The database does not answer." }),
    todo: msg({
      message: "See that its server runs and that the password in DATABASE_URL is right.",
    }),
  },
  "database-too-old": {
    what: msg({ message: "PostgreSQL {version} is too old." }),
    todo: msg({ message: "Use {least} or newer." }),
  },
  "database-not-durable": {
    what: msg({ message: "A power cut would lose what was acknowledged: fsync is off." }),
    todo: msg({ message: "Switch fsync on and restart PostgreSQL." }),
  },
  "database-other-zone": {
    what: msg({ message: "The connection to the database speaks {zone} in place of UTC." }),
    todo: msg({
      message:
        "A pooler in between drops start-up options: set the time zone of the serving role to UTC.",
    }),
  },
  "database-role-too-strong": {
    what: msg({
      message: "The role that serves is not bound by the walls between organizations ({problem}).",
    }),
    todo: msg({
      message: "Serve with a role of its own that owns nothing, and put it into DATABASE_URL.",
    }),
  },
  "database-role-too-weak": {
    what: msg({ message: "The role that serves may not read the tables." }),
    todo: msg({ message: "Grant it stepwell_app, or migrate first." }),
  },
  "connections-scarce": {
    what: msg({ message: "{used} of {most} connections of the database are taken." }),
    todo: msg({ message: "Raise max_connections, or find out who else uses this server." }),
  },
  "transaction-long": {
    what: msg({ message: "A transaction has been open for {minutes}." }),
    todo: msg({
      message:
        "A backup or an export may take this long. Anything else should be looked at and ended.",
    }),
  },
  "vacuum-behind": {
    what: msg({ message: "{deadRows} rows of {table} were replaced and not cleared away." }),
    todo: msg({ message: "See that autovacuum is on, and vacuum this table." }),
  },
  "schema-fine": { what: msg({ message: "The database is up to date: {count} migrations." }) },
  "migrations-waiting": {
    what: msg({
      message: "{count, plural, one {A migration waits} other {# migrations wait}}: {names}.",
    }),
    todo: msg({ message: "Run “npx stepwell migrate”, or start the server anew." }),
  },
  "migration-unknown": {
    what: msg({
      message: "The database holds migration {name}, which this version does not know.",
    }),
    todo: msg({ message: "Run the version that made it, or a newer one." }),
  },
  "migration-edited": {
    what: msg({ message: "Migration {name} was edited after it ran." }),
    todo: msg({ message: "Put the file back as it was." }),
  },
  "errands-fine": { what: msg({ message: "Errands are carried out." }) },
  "errands-failed": {
    what: msg({ message: "{count, plural, one {An errand was} other {# errands were}} given up." }),
    todo: msg({ message: "The list of failed errands says why. Mend that and try them again." }),
  },
  "errands-overdue": {
    what: msg({
      message:
        "{count, plural, one {An errand is} other {# errands are}} due, and nobody carries them out.",
    }),
    todo: msg({ message: "See that the server runs; restart it where it does." }),
  },
  "seals-fine": { what: msg({ message: "The audit trail is sealed." }) },
  "seals-behind": {
    what: msg({
      message:
        "{count, plural, one {A line of the audit trail waits} other {# lines of the audit trail wait}} too long for a seal.",
    }),
    todo: msg({ message: "What the server says tells why the sealer stands still." }),
  },
  "trail-altered": {
    what: msg({
      message:
        "The last verification found {count, plural, one {a place} other {# places}} in the audit trail that {count, plural, one {is} other {are}} not as sealed.",
    }),
    todo: msg({
      message:
        "Verify again on the audit page: it names the lines. Change nothing in the data folder, and call whoever looks into it.",
    }),
  },
  "trail-never-verified": {
    what: msg({ message: "The audit trail was never verified." }),
    todo: msg({ message: "Verify it on the audit page. The server does so once a day by itself." }),
  },
  "trail-long-unverified": {
    what: msg({ message: "The audit trail was not verified for more than a week." }),
    todo: msg({
      message: "Verify it on the audit page, and see that the server runs through the day.",
    }),
  },
  "backups-fine": { what: msg({ message: "The newest backup is {minutes} old." }) },
  "backups-none-embedded": {
    what: msg({ message: "No backups are made by themselves." }),
    todo: msg({ message: "Set STEPWELL_BACKUP_FOLDER and STEPWELL_BACKUP_KEY_FILE." }),
  },
  "backups-none-own": {
    what: msg({ message: "Backups are left to the server of DATABASE_URL." }),
    todo: msg({
      message:
        "See that it makes them, or set STEPWELL_BACKUP_FOLDER and STEPWELL_BACKUP_KEY_FILE.",
    }),
  },
  "backup-key-unreadable": {
    what: msg({ message: "The key file of the backups cannot be read." }),
    todo: msg({ message: "STEPWELL_BACKUP_KEY_FILE names it. Without it no backup is made." }),
  },
  "backup-missing": {
    what: msg({ message: "No backup has been made in {folder} yet." }),
    todo: msg({
      message: "The first is made with the start; what the server says then tells why not.",
    }),
  },
  "backup-late": {
    what: msg({
      message: "The newest backup is {minutes} old, and one is due every {everyMinutes}.",
    }),
    todo: msg({
      message: "Look at what the server says of backups, and at the disk of their folder.",
    }),
  },
  "backup-failed": {
    what: msg({ message: "The last backup came to nothing ({why})." }),
    todo: msg({ message: "Look at what the server says of backups, and at the disk of {folder}." }),
  },
  "backups-on-disk-of-data": {
    what: msg({ message: "Backups lie on the same disk as the data, and would be lost with it." }),
    todo: msg({ message: "Put their folder on another disk, or copy the files elsewhere." }),
  },
  "disk-fine": { what: msg({ message: "{freeBytes} are free for {folder}." }) },
  "disk-full": {
    what: msg({ message: "Only {freeBytes} are free on the disk of {folder}." }),
    todo: msg({
      message: "Free at least {leastBytes} now: the database stops when its disk is full.",
    }),
  },
  "disk-low": {
    what: msg({ message: "Only {freeBytes} are free on the disk of {folder}." }),
    todo: msg({ message: "Free at least {leastBytes}: the database stops when its disk is full." }),
  },
  "disk-short-for-backup": {
    what: msg({
      message: "{freeBytes} are free in {folder}, and the newest backup takes {bytes}.",
    }),
    todo: msg({ message: "Free space there, or keep fewer backups (STEPWELL_BACKUP_KEEP)." }),
  },
  "folder-not-writable": {
    what: msg({ message: "The folder {folder} cannot be written." }),
    todo: msg({
      message: "Give the user of the server this folder, or name another in the settings.",
    }),
  },
  "node-fine": { what: msg({ message: "Node {version}." }) },
  "node-too-old": {
    what: msg({ message: "Node {version} is too old." }),
    todo: msg({ message: "Start with “npm start”, which brings {least} or newer along." }),
  },
  "product-fine": { what: msg({ message: "Stepwell {version} is running." }) },
  "product-not-running": {
    what: msg({ message: "Stepwell is not running." }),
    todo: msg({ message: "Start it with “npm start”." }),
  },
  "screens-not-built": {
    what: msg({ message: "The screens are not built." }),
    todo: msg({ message: "“npm start” builds them." }),
  },
  "settings-own-database": { what: msg({ message: "A database of its own is used." }) },
  "settings-embedded-database": {
    what: msg({ message: "The embedded database is used: fine for trying out." }),
    todo: msg({ message: "Set DATABASE_URL and DATABASE_OWNER_URL before real people are in it." }),
  },
  "letters-leave": { what: msg({ message: "Letters leave by the mail server." }) },
  "letters-caught": {
    what: msg({ message: "No mail server is set up: letters are kept here and reach nobody." }),
    todo: msg({ message: "Set SMTP_URL and STEPWELL_PUBLIC_URL." }),
  },
  "links-lead-nowhere": {
    what: msg({
      message:
        "Links in letters would lead nowhere: the server listens at {host} and no public address is set.",
    }),
    todo: msg({ message: "Set STEPWELL_PUBLIC_URL to the address people type." }),
  },
  "demo-reachable": {
    what: msg({
      message: "The demo can be reached from elsewhere ({host}), and everybody knows its password.",
    }),
    todo: msg({ message: "Set STEPWELL_DEMO=0, or let HOST be 127.0.0.1." }),
  },
  "demo-on-own-database": {
    what: msg({
      message: "The demo is on in a database of its own, and everybody knows its password.",
    }),
    todo: msg({ message: "Take STEPWELL_DEMO out of the settings." }),
  },
};

const spans = {
  minutes: msg({ message: "{minutes, plural, one {# minute} other {# minutes}}" }),
  hours: msg({ message: "{hours, plural, one {# hour} other {# hours}}" }),
  days: msg({ message: "{days, plural, one {# day} other {# days}}" }),
};

const hour = 60;
const day = 24 * hour;

/** A span as people say it: minutes below two hours, hours below two days, then days. */
export const saySpan = (minutes: number): string => {
  if (minutes < 2 * hour) return i18n._({ ...spans.minutes, values: { minutes } });
  if (minutes < 2 * day)
    return i18n._({ ...spans.hours, values: { hours: Math.round(minutes / hour) } });
  return i18n._({ ...spans.days, values: { days: Math.round(minutes / day) } });
};

const said = (name: string, value: string | number): string | number => {
  if (typeof value === "string" || name === "count") return value;
  if (/bytes$/i.test(name)) return sayBytes(value);
  return /minutes$/i.test(name) ? saySpan(value) : sayCount(value);
};

const fill = (message: MessageDescriptor, values: HealthFinding["values"]): string =>
  i18n._({
    ...message,
    values: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, said(name, value)]),
    ),
  });

/** What a finding is, in a sentence. */
export const sayHealth = ({ code, values }: Pick<HealthFinding, "code" | "values">): string =>
  fill(words[code].what, values);

/** What mends it; nothing where there is nothing to do. */
export const sayMend = ({ code, values }: Pick<HealthFinding, "code" | "values">): string => {
  const { todo } = words[code];
  return todo === undefined ? "" : fill(todo, values);
};

const owners: Readonly<Record<HealthOwner, MessageDescriptor>> = {
  operator: msg`Whoever runs the server`,
  administrator: msg`Administrator`,
  "privacy-officer": msg`Privacy officer`,
};

export const sayHealthOwner = (owner: HealthOwner): string => i18n._(owners[owner]);

const severityWords: Readonly<Record<Severity, MessageDescriptor>> = {
  urgent: msg`Now`,
  wrong: msg`To mend`,
  note: msg`Could be better`,
  fine: msg`Fine`,
};

export const saySeverity = (severity: Severity): string => i18n._(severityWords[severity]);

export const meaningOf: Readonly<Record<Severity, Meaning>> = {
  urgent: "overdue",
  wrong: "risk",
  note: "short",
  fine: "ontime",
};
