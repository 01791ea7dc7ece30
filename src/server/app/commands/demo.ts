import { once } from "node:events";
import os from "node:os";
import { Command } from "commander";
import { Temporal } from "temporal-polyfill";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { mostMembers, mostWeeks, orderLife, usualLife } from "#demo/life/life-order.ts";
import { live, type LifeOrder, type LifeProgress, type LifeTotals } from "#demo/life/live.ts";
import {
  answer,
  CommandFailed,
  withAnyDatabase,
  withJson,
  type Reached,
} from "#server/app/commands/command.ts";
import { organizationThatLives, refuseOthersGround } from "#server/app/commands/demo-ground.ts";
import { bringUpToDate } from "#server/app/open-database.ts";
import { refreshStatistics } from "#server/db/refresh-statistics.ts";
import { newId } from "#server/platform/ids.ts";

interface Options {
  readonly members: string;
  readonly weeks: string;
  readonly seed: string;
  readonly today?: string;
  readonly goOn?: boolean;
  readonly json?: boolean;
}

const wholeOf = (text: string, name: string, low: number, high: number): number => {
  const number = Number(text);
  if (Number.isInteger(number) && number >= low && number <= high) return number;
  throw new CommandFailed(`--${name} is a whole number from ${low} to ${high}.`, 2);
};

const dayOf = (text: string, now: Temporal.Instant): string => {
  const day = civilDateSchema.safeParse(text);
  if (!day.success) throw new CommandFailed("--today is a date like 2026-11-19.", 2);
  if (day.data > now.toZonedDateTimeISO("America/Denver").toPlainDate().toString())
    throw new CommandFailed("--today cannot lie ahead: the demo writes down what has happened.", 2);
  return day.data;
};

const orderOf = (options: Options): LifeOrder => {
  const now = Temporal.Now.instant();
  const { today } = options;
  return orderLife(
    {
      members: wholeOf(options.members, "members", 1, mostMembers),
      weeks: wholeOf(options.weeks, "weeks", 1, mostWeeks),
      seed: wholeOf(options.seed, "seed", 0, 999_999),
      ...(today !== undefined && { today: dayOf(today, now) }),
    },
    now,
  );
};

const daysOfWeek = 7;
const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** A line for each week that was lived. */
const sayWeeks = ({ day, lived, of }: LifeProgress): void => {
  if (lived % daysOfWeek !== 0 && lived !== of) return;
  const weeks = Math.ceil(of / daysOfWeek);
  say(`The demo lives: week ${Math.ceil(lived / daysOfWeek)} of ${weeks}, until ${day}`);
};

/** Plans that were made while the tables were small are made anew: often at first, then once a month. */
const isTimeToLook = (lived: number): boolean => [1, 3, 7, 14].includes(lived) || lived % 28 === 0;

const count = (number: number): string => number.toLocaleString("en-US");

const linesOf = (totals: LifeTotals, seconds: number): readonly string[] =>
  totals.sessions === 0
    ? ["Every day is lived already. Nothing was changed."]
    : [
        `${count(totals.people)} people in ${count(totals.stays)} stays, ${count(totals.sessions)} sessions, ${count(totals.notes)} notes, ${count(totals.sheets)} check-ins,`,
        `${count(totals.charges)} days charged, ${count(totals.claims)} claims; in ${seconds.toFixed(1)} s.`,
      ];

const nobody: LifeTotals = {
  people: 0,
  stays: 0,
  sessions: 0,
  notes: 0,
  sheets: 0,
  charges: 0,
  claims: 0,
};

const liveIn = async (
  reached: Reached,
  options: Options,
  signal: AbortSignal,
): Promise<LifeTotals> => {
  const order = orderOf(options);
  const { pool, database } = reached;
  if (options.goOn !== true) {
    await refuseOthersGround(pool);
    await bringUpToDate(database);
  }
  const organizationId = await organizationThatLives(pool, order, options.goOn === true);
  if (organizationId === null) return nobody;
  const look = async () => {
    if (database.ownerUrl !== undefined) await refreshStatistics(database.ownerUrl);
  };
  let looking = Promise.resolve();
  const totals = await live({ pool, organizationId, newId }, order, {
    onBegin: look,
    onDay: (progress) => {
      sayWeeks(progress);
      if (isTimeToLook(progress.lived)) looking = looking.then(look);
    },
    onRefused: (what, code) => say(`Left out: ${what} (${code})`),
    signal,
  });
  await looking;
  return totals;
};

/** Waits for the word of whoever started it. They may be gone, killed outright: then nobody waits for the demo. */
const awaitStarter = async (stopping: AbortController): Promise<void> => {
  os.setPriority(10);
  const { stdin } = process;
  stdin.on("end", () => stopping.abort());
  await Promise.race([once(stdin, "data"), once(stdin, "end")]);
};

/** `stepwell demo`: a program that lives, for trying and for measuring. */
export const demoCommand = (): Command =>
  withJson(new Command("demo"))
    .description(
      "make the demo organizations and let one of them live through some weeks, into an empty database; goes on where it stopped",
    )
    .option("--members <number>", "people in care at a time", String(usualLife.members))
    .option("--weeks <number>", "weeks to live through", String(usualLife.weeks))
    .option("--today <date>", "the day on which the weeks end; today where it is left out")
    .option("--seed <number>", "the same number makes the same program", String(usualLife.seed))
    .option("--go-on", "beside a server that has made the demo: end with it", false)
    .action(async (options: Options) => {
      const stopping = new AbortController();
      if (options.goOn === true) await awaitStarter(stopping);
      const startedAt = performance.now();
      const totals = stopping.signal.aborted
        ? nobody
        : await withAnyDatabase((reached) => liveIn(reached, options, stopping.signal));
      if (options.goOn === true) process.stdin.destroy();
      const seconds = (performance.now() - startedAt) / 1000;
      // A server that starts again and finds everything lived has nothing to say.
      if (options.goOn !== true || totals.sessions > 0)
        answer(options, { ...totals, seconds }, linesOf(totals, seconds));
    });
