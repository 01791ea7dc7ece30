/** What a step found. It fails with any problem, and when it saw fewer files than there are. */
export interface Outcome {
  readonly problems: readonly string[];
  readonly seen: number;
  readonly expected: number;
  /** Said beside the step even when all is well. */
  readonly note?: string;
}

/** One line of the list that `npm run check` goes through. */
export interface Step {
  readonly name: string;
  readonly run: (root: string) => Promise<Outcome>;
}

export interface StepResult {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: number;
  readonly seen: number;
  readonly problems: readonly string[];
  readonly note: string;
}

const resultOf = (step: Step, outcome: Outcome, startedAt: number): StepResult => {
  const tooFew =
    outcome.seen < outcome.expected
      ? [`saw ${outcome.seen} of ${outcome.expected} files: a step that sees nothing finds nothing`]
      : [];
  const problems = [...outcome.problems, ...tooFew];
  return {
    name: step.name,
    ok: problems.length === 0,
    seconds: (performance.now() - startedAt) / 1000,
    seen: outcome.seen,
    problems,
    note: outcome.note ?? "",
  };
};

const runStep = async (step: Step, root: string): Promise<StepResult> => {
  const startedAt = performance.now();
  try {
    return resultOf(step, await step.run(root), startedAt);
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return resultOf(step, { problems: [text], seen: 0, expected: 0 }, startedAt);
  }
};

/** Runs the steps, `atOnce` at a time, and tells each result as soon as it is there. */
export const runSteps = async (
  steps: readonly Step[],
  options: {
    readonly root: string;
    readonly atOnce: number;
    readonly tell: (result: StepResult) => void;
  },
): Promise<StepResult[]> => {
  const waiting = [...steps];
  const results: StepResult[] = [];
  const lane = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const result = await runStep(step, options.root);
      results.push(result);
      options.tell(result);
    }
  };
  await Promise.all(Array.from({ length: options.atOnce }, lane));
  return results;
};
