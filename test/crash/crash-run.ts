import { setTimeout as pause } from "node:timers/promises";
import { demoPassword } from "#demo/sign-ins.ts";
import { seededNumbers } from "#test/support/seeded-numbers.ts";
import { Caller, type Line } from "./caller.ts";
import type { Verdict } from "./afterwards.ts";
import { bill, keepWatch, registerPeople } from "./desk-work.ts";
import { leadGroups, lookIn } from "./group-work.ts";
import { Killer, type KillKind } from "./killer.ts";
import { Model } from "./model.ts";
import type { ProductPlace } from "./product-process.ts";
import type { Desk } from "./simulation.ts";
import { verifyAfterwards } from "./verdict.ts";
import { readWorld, type Colleague, type World } from "./world.ts";

export interface CrashOptions {
  readonly seed: number;
  readonly kills: number;
  /** The run ends after so many minutes, however many kills are left. */
  readonly minutes: number;
  /** What may be killed. */
  readonly kinds: readonly KillKind[];
}

export interface CrashReport extends Verdict {
  readonly seed: number;
  readonly seconds: number;
  readonly kills: Readonly<Partial<Record<KillKind, number>>>;
  /** Where the product ended by itself after a kill of something else, and what it said. */
  readonly endedToo: readonly string[];
  readonly acknowledged: number;
  readonly unknown: number;
  readonly refusals: Readonly<Record<string, number>>;
  /** Answers by status; 0 stands for none. */
  readonly answers: Readonly<Record<string, number>>;
}

type Work = (desk: Desk) => Promise<void>;

/** Who works: two lead groups, one looks in, two keep watch, one registers, one bills. */
const staffOf = (world: World): readonly (readonly [Colleague, Work])[] => {
  const [first, second] = world.signers;
  const [admissions] = world.admissions;
  const [biller] = world.billers;
  if (first === undefined || second === undefined) throw new Error("two therapists are needed");
  if (admissions === undefined || biller === undefined) throw new Error("somebody is missing");
  return [
    [first, (desk) => leadGroups(desk, first)],
    [second, (desk) => leadGroups(desk, second)],
    [second, lookIn],
    [first, keepWatch],
    [second, keepWatch],
    [admissions, registerPeople],
    [biller, bill],
  ];
};

const openDesks = (world: World, line: Line, options: CrashOptions, isClosing: () => boolean) => {
  const model = new Model();
  const openRooms = new Set<string>();
  let number = 0;
  const desks = staffOf(world).map(([colleague, work], place) => {
    const caller = new Caller(line, { email: colleague.email, password: demoPassword });
    const below = seededNumbers(options.seed * 1000 + place);
    const email = colleague.email;
    const nextNumber = () => number++;
    const desk: Desk = { world, model, caller, below, nextNumber, isClosing, openRooms, email };
    return { desk, work };
  });
  return { model, desks };
};

const longestPauseMs = 1500;

const record = <Key extends string | number>(counts: ReadonlyMap<Key, number>) =>
  Object.fromEntries([...counts].toSorted(([one], [other]) => (one < other ? -1 : 1)));

/** Runs the product on throw-away data, lets people work, kills, and holds the database against what people were told. */
export const crashRun = async (
  place: ProductPlace,
  options: CrashOptions,
  say: (line: string) => void,
): Promise<CrashReport> => {
  const begun = performance.now();
  const below = seededNumbers(options.seed);
  const killer = new Killer(place, below, options.kinds);
  try {
    await killer.product.untilReady();
    const world = await readWorld(place);
    let isClosing = false;
    let isOver = false;
    const answers = new Map<number, number>();
    const line: Line = { origin: `http://127.0.0.1:${place.port}`, isOver: () => isOver, answers };
    const { model, desks } = openDesks(world, line, options, () => isClosing);
    const working = Promise.all(desks.map(({ desk, work }) => work(desk)));
    working.catch(() => {});
    const isTimeLeft = () => performance.now() - begun < options.minutes * 60_000;
    for (let done = 0; done < options.kills && isTimeLeft(); done++) {
      await Promise.race([pause(200 + below(longestPauseMs)), working]);
      const kind = await killer.killOnce();
      say(`kill ${done + 1} of ${options.kills}: ${kind}; ${model.acknowledged} acknowledged`);
    }
    isClosing = true;
    const giveUp = setTimeout(() => (isOver = true), 60_000);
    await working;
    clearTimeout(giveUp);
    const verdict = await verifyAfterwards(place, killer.product, { world, model }, say);
    return {
      ...verdict,
      seed: options.seed,
      seconds: Math.round((performance.now() - begun) / 1000),
      kills: record(killer.kills),
      endedToo: killer.endedToo,
      acknowledged: model.acknowledged,
      unknown: model.unknown,
      refusals: record(model.refusals),
      answers: record(answers),
    };
  } finally {
    await killer.product.stop();
  }
};
