import { z } from "zod";

/** What was answered, by item. */
export const answersSchema = z.record(z.string(), z.number());
