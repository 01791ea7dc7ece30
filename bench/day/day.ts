import { SentenceFinder } from "../ground/sentence-finder.ts";
import type {
  Benchmark,
  Case,
  Contender,
  Measurement,
  OpenBenchmark,
  Pace,
} from "../frame/benchmark.ts";
import { startChild } from "../frame/child.ts";
import { cpuMsOf, cpuMsOfPostgres, rssMbOf } from "../frame/process-usage.ts";
import { Stage } from "../frame/stage.ts";
import { makeBenchFolder, removeBenchFolder } from "../ground/bench-folder.ts";
import { startProductServer, type ProductServer } from "../ground/product-server.ts";
import { actKinds, replayResultSchema, type ReplayResult } from "./act.ts";
import { layDay, wholeDay, type DayGround, type DaySize } from "./day-ground.ts";
import { planActs, sharesOf } from "./day-plan.ts";

const mostDaysAgo = 30;

/** Plans days that lie behind, one after the other, leaving out those on which the house is closed. */
const daysOf = (ground: DayGround) => {
  let daysAgo = 0;
  return async () => {
    while (daysAgo < mostDaysAgo) {
      daysAgo += 1;
      const sessions = await ground.planDay(daysAgo);
      if (sessions !== undefined) return { sessions, daysAgo };
    }
    throw new Error("there is no day left to replay");
  };
};

interface Days {
  readonly ground: DayGround;
  readonly size: DaySize;
  readonly next: ReturnType<typeof daysOf>;
  readonly sentences: SentenceFinder;
}

const prepare = async ({ ground, size, next, sentences }: Days) => {
  const { sessions, daysAgo } = await next();
  const shares = sharesOf(size.answers);
  const members = ground.groups.flatMap((group) => group.members).slice(0, shares.length);
  const requests = await ground.askFor(members, daysAgo);
  const asked = new Map(
    members.map((member, at) => [member, { id: requests[at] ?? "", answers: shares[at] ?? 0 }]),
  );
  const date = sessions[0]?.startsAt.slice(0, 10) ?? "";
  return planActs(ground.groups, { sessions, date, asked, sentences }, daysAgo);
};

/** A day of this size against a server of its own: asks for the next day to be replayed. */
export const openDay = async (
  stage: Stage,
  size: DaySize,
): Promise<{
  readonly ground: DayGround;
  readonly server: ProductServer;
  replay(speed: number): Promise<ReplayResult>;
}> => {
  const ground = await layDay(stage, size);
  const dataDir = makeBenchFolder();
  stage.onClose(() => removeBenchFolder(dataDir));
  const server = await startProductServer({ dataDir, databaseUrl: ground.postgres.appUrl });
  stage.onClose(() => server.stop());
  const crowd = await startChild("day/replay-process.ts");
  stage.onClose(() => crowd.stop());
  const days = { ground, size, next: daysOf(ground), sentences: new SentenceFinder() };
  return {
    ground,
    server,
    replay: async (speed) => {
      const people = await prepare(days);
      return replayResultSchema.parse(await crowd.ask({ port: server.port, speed, people }));
    },
  };
};

/**
 * Before the day that counts another one is replayed in two minutes: a server that has just started compiles and plans, and everybody
 * is checked in within its first minutes; one that runs for months has done so long ago.
 */
const warmUpSpeed = 150;

/** The limit is one of a day at this speed; faster than that it is pressed, and shown without one. */
const wantedSpeed = 20;

const perAct = (before: number | null, after: number | null, count: number): number | null =>
  before === null || after === null ? null : (after - before) / count;

const tell = (result: ReplayResult): void => {
  for (const why of result.failed) process.stderr.write(`  ${why}\n`);
  if (result.latestMs > 1000)
    process.stderr.write(`  acts were sent up to ${result.latestMs.toFixed(0)} ms late\n`);
};

const open = async (stage: Stage, { speed }: Pace): Promise<OpenBenchmark> => {
  const { ground, server, replay } = await openDay(stage, wholeDay);
  const at = `${speed} times the speed`;
  const limit = speed <= wantedSpeed ? { targets: [{ atMost: 50 }] } : {};
  const whole: Case = { name: `all acts at ${at}: p99`, unit: "ms", ...limit };
  const kinds = actKinds.map((kind) => ({
    kind,
    name: `${kind} at ${at}: p99`,
    unit: "ms" as const,
  }));
  let last: ReplayResult | undefined;
  const measureAll = async (): Promise<Measurement> => {
    if (last === undefined) await replay(warmUpSpeed);
    const nodeBefore = cpuMsOf(server.pid);
    const postgresBefore = cpuMsOfPostgres(ground.postgres.pid);
    const result = await replay(speed);
    last = result;
    tell(result);
    const { count, p99Ms } = result.all;
    const postgresCpuMs = perAct(postgresBefore, cpuMsOfPostgres(ground.postgres.pid), count);
    const nodeCpuMs = perAct(nodeBefore, cpuMsOf(server.pid), count);
    const cpu = { nodeCpuMs, postgresCpuMs, rssMb: rssMbOf(server.pid) };
    return { value: p99Ms ?? 0, failures: result.failures, figures: { ...result.all, ...cpu } };
  };
  // One replay answers for every kind; whatever was refused counts against all of them together.
  const subject: Contender = {
    name: "Stepwell",
    role: "subject",
    measure: (one) => {
      if (one.name === whole.name) return measureAll();
      const { kind } = kinds.find((known) => known.name === one.name) ?? {};
      const measured = last?.kinds.find((known) => known.kind === kind);
      const value = measured?.p99Ms ?? null;
      return Promise.resolve(
        measured === undefined || value === null ? null : { value, failures: 0, figures: measured },
      );
    },
  };
  const { groups, members, answers } = wholeDay;
  const notes = [
    ...ground.postgres.notes,
    `${2 * groups} clinicians, ${members} people in care, ${groups} groups from nine to noon, ${answers} answers; from half past eight to a quarter past one`,
  ];
  return { cases: [whole, ...kinds], contenders: [subject], notes, close: () => stage.close() };
};

export const day: Benchmark = {
  name: "day",
  summary:
    "a day of a clinic replayed against the whole product: everybody checked in about nine, check-ins answered on telephones, notes written field by field and signed, and reads in between",
  mostRounds: 1,
  open: (pace) => Stage.fill((stage) => open(stage, pace)),
};
