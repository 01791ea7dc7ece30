import { test, type Page } from "@playwright/test";
import { Temporal } from "temporal-polyfill";
import { listEnrollments } from "#domain/admissions/enrollment.api.ts";
import { searchPatients } from "#domain/patients/patient.api.ts";
import { listSites } from "#domain/practice/site.api.ts";
import { listStaff } from "#domain/practice/staff.api.ts";
import { listActivityTypes } from "#domain/programs/activity-type.api.ts";
import { listPrograms } from "#domain/programs/program.api.ts";
import { createSession } from "#domain/scheduling/session.api.ts";
import { ask } from "./journey.ts";

/** Somebody in the evening group, as the room calls them. */
export interface EveningMember {
  readonly patientId: string;
  readonly enrollmentId: string;
}

export interface Evening {
  readonly sessionId: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly members: readonly EveningMember[];
}

/** A civil date so many days ago on the wall of the demonstration's clinic: days of the calendar, of which some have 25 hours. */
export const daysAgo = (days: number): string => {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "America/Denver" }).format();
  const date = new Date(`${today}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
};

const [saturday, sunday] = [6, 7];
const weekdayOf = (ago: number): number => Temporal.PlainDate.from(daysAgo(ago)).dayOfWeek;

/**
 * How many days ago nobody of the evening group was planned for anything: on the last Sunday, or one of the Sundays before. What
 * a first try left behind is still there, so a second one has the Saturday before; on a Saturday, which then has an evening group
 * of its own, the Friday. Attendance is heard for 45 days: a second try weeks further back could not pass.
 */
export const quietDay = (weeksBefore = 0): number => {
  const ago = [1, 2, 3, 4, 5, 6, 7].find((days) => weekdayOf(days) === sunday) ?? 7;
  const before = test.info().retry * (weekdayOf(0) === saturday ? 2 : 1);
  return ago + weeksBefore * 7 + before;
};

/** Everybody in care on that day: first those of the evening programme, then the others as guests. */
const inCareOn = async (page: Page, on: string): Promise<readonly EveningMember[]> => {
  const { rows } = await ask(page, searchPatients, { limit: 100 });
  const stays = await Promise.all(
    rows.map(({ id }) => ask(page, listEnrollments, { patientId: id })),
  );
  const running = stays
    .flatMap((stay) => stay.rows)
    .filter(({ admittedOn, endedOn }) => admittedOn <= on && endedOn === null);
  const isEvening = (stay: (typeof running)[number]) => stay.program.name === "Evening SUD IOP";
  return [...running.filter(isEvening), ...running.filter((stay) => !isEvening(stay))].map(
    ({ patientId, id }) => ({ patientId, enrollmentId: id }),
  );
};

const idOf = (rows: readonly { readonly id: string }[], what: string): string => {
  const [row] = rows;
  if (!row) throw new Error(`The demonstration has no ${what}.`);
  return row.id;
};

/** Plans an evening of its own for a story: 6:00 to 9:00 PM at Eastside, so many days ago. */
export const planEvening = async (
  page: Page,
  evening: {
    readonly name: string;
    readonly daysAgo: number;
    readonly leader: string;
    /** Who leads beside them. */
    readonly beside?: string;
    readonly startsAtWall?: string;
    readonly minutes?: number;
    readonly activity?: string;
    readonly only?: readonly EveningMember[];
    readonly count?: number;
  },
): Promise<Evening> => {
  const on = daysAgo(evening.daysAgo);
  const members = evening.only ?? (await inCareOn(page, on)).slice(0, evening.count ?? 12);
  const programs = await ask(page, listPrograms, {});
  const activities = await ask(page, listActivityTypes, {});
  const name = evening.activity ?? "Relapse prevention group";
  const colleague = async (q: string): Promise<string> =>
    idOf((await ask(page, listStaff, { q })).rows, "colleague");
  const session = await ask(page, createSession, {
    name: evening.name,
    siteId: idOf((await ask(page, listSites, { q: "Eastside" })).rows, "site"),
    programId: idOf(
      programs.rows.filter((one) => one.name === "Evening SUD IOP"),
      "program",
    ),
    activityTypeId: idOf(
      activities.rows.filter((one) => one.name === name),
      "activity",
    ),
    day: on,
    startsAtWall: evening.startsAtWall ?? "18:00",
    minutes: evening.minutes ?? 180,
    hasVideo: true,
    facilitators: [
      { staffId: await colleague(evening.leader), role: "lead" },
      ...(evening.beside === undefined
        ? []
        : [{ staffId: await colleague(evening.beside), role: "co-facilitator" as const }]),
    ],
    attendees: members.map((member) => ({ ...member })),
  });
  return { sessionId: session.id, startsAt: session.startsAt, endsAt: session.endsAt, members };
};

/**
 * Sets the clock of this browser, and the server's as far as this browser hears of it: a device corrects its own clock by the
 * answers. Takes effect with the next screen that is loaded.
 */
export const setClock = async (page: Page, instant: string): Promise<void> => {
  // Two seconds into the minute: what the device corrects by does not reach the minute before.
  const shift = Date.parse(instant) + 2000 - Date.now();
  await page.addInitScript((milliseconds) => {
    // Every clock that was set before is still there: the true one is kept apart from them.
    const kept = globalThis as { trueDate?: DateConstructor; trueFetch?: typeof fetch };
    const Real = (kept.trueDate ??= Date);
    globalThis.Date = class extends Real {
      constructor(...given: readonly unknown[]) {
        super(...((given.length > 0 ? given : [Real.now() + milliseconds]) as [number]));
      }
      static override now(): number {
        return Real.now() + milliseconds;
      }
    } as DateConstructor;
    const send = (kept.trueFetch ??= fetch.bind(globalThis));
    globalThis.fetch = async (...asked) => {
      const answer = await send(...asked);
      const date = Real.parse(answer.headers.get("date") ?? "");
      if (Number.isNaN(date)) return answer;
      const moved = new Headers(answer.headers);
      moved.set("date", new Real(date + milliseconds).toUTCString());
      const { status, statusText } = answer;
      return new Response(answer.body, { status, statusText, headers: moved });
    };
    localStorage.setItem("stepwell.last-input", String(Date.now()));
  }, shift);
};

/** So many minutes after the session began. */
export const minutesIn = (evening: Evening, minutes: number): string =>
  new Date(Date.parse(evening.startsAt) + minutes * 60_000).toISOString();
