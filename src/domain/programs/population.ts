import { z } from "zod";

/** For whom rules of hours differ, and what a stay is counted as from its first day on. */
export const populations = ["adult", "adolescent"] as const;
export const populationSchema = z.enum(populations);
export type Population = (typeof populations)[number];
