import { z } from "zod";
import type { ProgramAges } from "#domain/programs/program.ts";

/** For whom rules of hours differ, and what a stay is counted as from its first day on. */
export const populations = ["adult", "adolescent"] as const;
export const populationSchema = z.enum(populations);
export type Population = (typeof populations)[number];

/** By whose rules the people of a program are counted. Where adolescence ends differs: young adults may be either. */
export const populationsOf = (ages: ProgramAges): readonly Population[] => {
  if (ages === "adolescents") return ["adolescent"];
  return ages === "adults" || ages === "older-adults" ? ["adult"] : populations;
};
