import { othersShare, readMachineUse } from "./machine-use.ts";
import type { Benchmark, Case, Contender, Measurement, OpenBenchmark, Pace } from "./benchmark.ts";

/** One round, and how much of the machine other programs took meanwhile: from 0 to 1, null where it cannot be told. */
export interface Round extends Measurement {
  readonly othersShare: number | null;
}

/** Every round of one contender in one case, in the order they were run. */
export interface Series {
  readonly contender: string;
  readonly role: Contender["role"];
  readonly rounds: readonly Round[];
}

export interface CaseResult {
  readonly case: Case;
  readonly series: readonly Series[];
}

export interface BenchmarkResult {
  readonly name: string;
  readonly summary: string;
  readonly notes: readonly string[];
  readonly cases: readonly CaseResult[];
}

/** Thrown where contenders do not do the same work. */
export class AnswersDiffer extends Error {}

const refuseDifferentAnswers = async (contenders: readonly Contender[]): Promise<void> => {
  const answering = contenders.filter((one) => one.answer !== undefined);
  const answers = await Promise.all(answering.map(async (one) => one.answer?.()));
  answers.forEach((answer, place) => {
    if (answer === answers[0]) return;
    throw new AnswersDiffer(
      `${answering[0]?.name} and ${answering[place]?.name} do not answer alike:\n  ${answers[0]}\n  ${answer}`,
    );
  });
};

const runRound = async (
  contender: Contender,
  one: Case,
  seconds: number,
): Promise<Round | null> => {
  const before = readMachineUse();
  const measurement = await contender.measure(one, seconds);
  if (measurement === null) return null;
  return { ...measurement, othersShare: othersShare(before, readMachineUse()) };
};

/**
 * Rounds of A B C, A B C: whatever else the machine does in between falls on all of them. Which of them begins
 * moves on by one each round.
 */
const runCases = async (
  open: OpenBenchmark,
  pace: Pace,
  say: (line: string) => void,
): Promise<CaseResult[]> => {
  const measured = new Map<string, Round[]>();
  const keyOf = (one: Case, contender: Contender) => `${one.name} ${contender.name}`;
  for (let round = 0; round < pace.rounds; round++) {
    const first = round % open.contenders.length;
    const order = [...open.contenders.slice(first), ...open.contenders.slice(0, first)];
    for (const one of open.cases) {
      for (const contender of order) {
        const result = await runRound(contender, one, pace.seconds);
        if (result === null) continue;
        const key = keyOf(one, contender);
        measured.set(key, [...(measured.get(key) ?? []), result]);
      }
    }
    say(`round ${round + 1} of ${pace.rounds}`);
  }
  return open.cases.map((one) => ({
    case: one,
    series: open.contenders.flatMap((contender) => {
      const rounds = measured.get(keyOf(one, contender));
      return rounds === undefined
        ? []
        : [{ contender: contender.name, role: contender.role, rounds }];
    }),
  }));
};

/** Sets one benchmark up, runs its rounds and takes it down again. */
export const runBenchmark = async (
  benchmark: Benchmark,
  pace: Pace,
  say: (line: string) => void,
): Promise<BenchmarkResult> => {
  const open = await benchmark.open(pace);
  try {
    await refuseDifferentAnswers(open.contenders);
    const { name, summary, mostRounds = pace.rounds } = benchmark;
    const rounds = Math.min(pace.rounds, mostRounds);
    const cases = await runCases(open, { ...pace, rounds }, say);
    return { name, summary, notes: open.notes, cases };
  } finally {
    await open.close();
  }
};
