import type { Case, Contender, Measurement } from "../frame/benchmark.ts";
import { startChild, type Child } from "../frame/child.ts";
import { rssMbOf } from "../frame/process-usage.ts";
import type { Stage } from "../frame/stage.ts";
import { x12ResultSchema, type X12Plan } from "./x12-work.ts";

/** A case that says what is read or written. */
export interface X12Case extends Case {
  readonly guide: X12Plan["guide"];
  readonly claims: number;
}

const warmUpSeconds = 0.5;

const measure = async (
  child: Child,
  plan: Omit<X12Plan, "seconds">,
  seconds: number,
): Promise<Measurement> => {
  await child.ask({ ...plan, seconds: Math.min(warmUpSeconds, seconds) });
  const {
    bytes,
    seconds: took,
    cpuMs,
    claims,
    turns,
  } = x12ResultSchema.parse(await child.ask({ ...plan, seconds }));
  return {
    value: bytes / 1e6 / took,
    failures: plan.claims * turns - claims,
    figures: { nodeCpuMs: cpuMs / claims, rssMb: rssMbOf(child.pid) },
  };
};

/** Somebody who reads or writes X12 in a process of its own. */
export const startX12Contender = async (
  stage: Stage,
  cases: readonly X12Case[],
  work: X12Plan["work"],
  named: Pick<Contender, "name" | "role">,
): Promise<Contender> => {
  const child = await startChild("x12-parse/x12-process.ts");
  stage.onClose(() => child.stop());
  return {
    ...named,
    measure: (one, seconds) => {
      const known = cases.find((each) => each.name === one.name);
      if (known === undefined) return Promise.resolve(null);
      const { guide, claims } = known;
      return measure(child, { work, guide, claims }, seconds);
    },
  };
};
