import type pg from "pg";
import type { Work } from "#server/platform/work.ts";
import type { Model } from "./model.ts";
import type { World } from "./world.ts";

/** One thing that has to hold, over how many records it was looked at, and where it does not. */
export interface Check {
  readonly name: string;
  readonly looked: number;
  readonly problems: readonly string[];
}

export interface Verdict {
  readonly checks: readonly Check[];
  /** Errands that lost their place in the queue with a killed process and were put back. */
  readonly revived: number;
}

/** The database afterwards, with both roles, and what people were told. */
export interface Afterwards {
  readonly owner: pg.Pool;
  readonly world: World;
  readonly model: Model;
  /** When people had stopped working: what was due by then had its time to be delivered. */
  readonly dueBy: string;
  /** Does something inside the organization of the run, as a job would. */
  inside<Result>(act: (work: Work) => Promise<Result>): Promise<Result>;
}
