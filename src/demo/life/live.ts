import { Temporal } from "temporal-polyfill";
import type pg from "pg";
import { Problem } from "#domain/contract/problem.ts";
import { buildHouse } from "#demo/life/build-house.ts";
import { Chance } from "#demo/life/chance.ts";
import { dayAfter, lifeCounts, momentOf, type LifeCount } from "#demo/life/life-day.ts";
import { openHouse, type LifeHouse } from "#demo/life/life-house.ts";
import { holdLife, listTakenNames, readMarks } from "#demo/life/life-mark.queries.ts";
import { daysOf, readOrder } from "#demo/life/life-progress.ts";
import { planLife, type LifePlan, type LifeWish } from "#demo/life/life-plan.ts";
import { liveDay, type Refused } from "#demo/life/live-day.ts";
import { inTransaction } from "#server/db/transaction.ts";
import { recordChange } from "#server/platform/record-change.ts";
import { systemActor } from "#server/platform/system-actor.ts";
import type { Work } from "#server/platform/work.ts";

/** A wish with the moment at which the life catches up with the clock; kept with the first mark. */
export interface LifeOrder extends LifeWish {
  readonly until: string;
}

interface LifeServices {
  readonly pool: pg.Pool;
  readonly organizationId: string;
  newId(): string;
}

export interface LifeProgress {
  readonly day: string;
  /** Days that are lived, of all. */
  readonly lived: number;
  readonly of: number;
}

export type LifeTotals = Readonly<Record<LifeCount, number>>;

interface Told {
  /** There is something to live, and everything that has to be there before. */
  onBegin(): void | Promise<void>;
  /** A day is kept; the next one begins when this is done. */
  onDay(progress: LifeProgress): void | Promise<void>;
  onRefused: Refused;
  readonly signal?: AbortSignal;
}

const kind = "demo-life";

const mark = (work: Work, version: number, changes: Readonly<Record<string, string | number>>) =>
  recordChange(
    work,
    kind,
    { id: work.organizationId, version },
    {
      verb: "live",
      changes: Object.fromEntries(
        Object.entries(changes).map(([field, to]) => [field, { from: null, to }]),
      ),
    },
  );

/** Where a life leads, as its first mark says. */
interface Course {
  readonly plan: LifePlan;
  readonly until: Temporal.Instant;
  readonly of: number;
}

interface Going extends Course {
  readonly lived: number;
}

const courseOf = (kept: unknown): Course => {
  const { until, taken, ...wish } = readOrder(kept);
  const plan = planLife(wish, taken);
  return { plan, until: Temporal.Instant.from(until), of: daysOf(wish) };
};

/** Lives through a program in one organization, each day in a transaction of its own together with its mark. */
class Life {
  readonly #services: LifeServices;
  readonly #told: Told;
  readonly #totals = new Map<LifeCount, number>();
  #house: LifeHouse | undefined;
  #course: Course | undefined;
  #next = -1;

  constructor(services: LifeServices, told: Told) {
    this.#services = services;
    this.#told = told;
  }

  get totals(): LifeTotals {
    const of = (what: LifeCount) => this.#totals.get(what) ?? 0;
    return {
      people: of("people"),
      stays: of("stays"),
      sessions: of("sessions"),
      notes: of("notes"),
      sheets: of("sheets"),
      charges: of("charges"),
      claims: of("claims"),
    };
  }

  #inside<Result>(act: (work: Work) => Promise<Result>): Promise<Result> {
    const { pool, organizationId, newId } = this.#services;
    return inTransaction(pool, { organizationId, accountId: null }, async (tx) => {
      const actor = systemActor("Demo");
      const now = Temporal.Now.instant();
      const work: Work = { tx, organizationId, actor, now, requestId: newId(), newId };
      await holdLife(work);
      return act(work);
    });
  }

  /** Whether there is a life, and no day left of it. */
  isOver(): Promise<boolean> {
    return this.#inside(async (work) => {
      const marks = await readMarks(work);
      return marks !== undefined && marks.last > courseOf(marks.wish).of;
    });
  }

  /** Makes what has to be there before the first day, once. */
  begin(order: LifeOrder): Promise<void> {
    return this.#inside(async (work) => {
      if ((await readMarks(work)) !== undefined) return;
      const taken = await listTakenNames(work);
      const plan = planLife(order, taken);
      const now = momentOf("UTC", plan.startsOn, "09:00");
      await buildHouse({ ...work, now }, plan);
      const { seed, today, weeks, members, until } = order;
      await mark({ ...work, now }, 1, {
        seed,
        today,
        weeks,
        members,
        until,
        taken: taken.join("|"),
      });
    });
  }

  /** Lives the next day. Answers false where there is none, or where the life was never begun. */
  async next(refused: Refused | null): Promise<boolean> {
    const counted = new Map<LifeCount, number>();
    const progress = await this.#inside(async (work) => {
      const marks = await readMarks(work);
      if (marks === undefined) return null;
      const going = this.#goOn(marks);
      if (going.lived >= going.of) return null;
      const { plan, until, lived, of } = going;
      const day = dayAfter(plan.startsOn, lived);
      this.#house ??= await openHouse(work, plan);
      const count = (what: LifeCount, by = 1) => counted.set(what, (counted.get(what) ?? 0) + by);
      const chance = new Chance(plan.wish.seed);
      await liveDay(work, { plan, house: this.#house, chance, day, until, count, refused });
      const night = momentOf(this.#house.zone, day, "23:59");
      const now = night.epochMilliseconds < until.epochMilliseconds ? night : until;
      await mark({ ...work, now }, marks.last + 1, { day });
      return { day, lived: lived + 1, of };
    });
    if (progress === null) return false;
    for (const what of lifeCounts)
      this.#totals.set(what, (this.#totals.get(what) ?? 0) + (counted.get(what) ?? 0));
    await this.#told.onDay(progress);
    return progress.lived < progress.of;
  }

  /** The plan is made once; where another process lived a day meanwhile, the house is looked at anew. */
  #goOn(marks: { readonly last: number; readonly wish: unknown }): Going {
    this.#course ??= courseOf(marks.wish);
    const lived = marks.last - 1;
    if (this.#next !== lived) this.#house = undefined;
    this.#next = lived + 1;
    return { ...this.#course, lived };
  }

  /** What is known of the organization may be of a day that was not kept. */
  forget(): void {
    this.#house = undefined;
  }
}

/**
 * Begins a life where there is none, and lives it to its end, going on where it stopped by the order it was begun with. A day on which
 * something is refused, because somebody was at the demo meanwhile, is lived again without it.
 */
export const live = async (
  services: LifeServices,
  order: LifeOrder,
  told: Told,
): Promise<LifeTotals> => {
  const life = new Life(services, told);
  if (await life.isOver()) return life.totals;
  await life.begin(order);
  await told.onBegin();
  for (let goesOn = true; goesOn && told.signal?.aborted !== true;) {
    try {
      goesOn = await life.next(null);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      life.forget();
      goesOn = await life.next(told.onRefused);
    }
  }
  return life.totals;
};
