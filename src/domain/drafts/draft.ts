import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { isSmall } from "#domain/drafts/draft-limits.ts";

const textCharacters = 20_000;

/** What a field of a form holds, as it stands in the field: a text, a choice, a list of rows. Nothing checks it before it is sent. */
const typedSchema = z
  .unknown()
  .refine((value) => isSmall(value, { characters: textCharacters, depth: 6 }), {
    params: { code: "too-long" },
  });

/** What was typed and what stood there before: a record that changed meanwhile is told from one that did not. */
export const wordSchema = z.object({ now: typedSchema, was: typedSchema });
export type Word = z.output<typeof wordSchema>;

/** Never kept anywhere, whatever a form calls itself. */
const secrets: ReadonlySet<string> = new Set(["password", "currentPassword", "newPassword"]);

export const fieldNameSchema = z
  .string()
  .regex(/^[A-Za-z][\w.-]{0,79}$/)
  .refine((name) => !secrets.has(name), { params: { code: "not-a-choice" } });

/** Where a draft belongs: to a form over a record or over none, whose words become a request of `route`. */
export const draftPlaceSchema = z.object({
  /** Method and path as the contract has them: `PATCH /sites/{siteId}`. */
  route: z
    .string()
    .max(200)
    .regex(/^(POST|PUT|PATCH|DELETE) \/[\w/{}-]+$/),
  /** The form on the screen, with what it stands over. */
  form: z.string().min(1).max(200),
  /** The last record that the path of the request names. */
  recordId: idSchema.nullable(),
  /** The screen it is on: its path, and which panel is open. What is searched on it is left out: that may be a name. */
  place: z
    .string()
    .max(300)
    .regex(/^\/[\w/-]*(\?add=[a-z-]{1,40})?$/),
});
export type DraftPlace = z.output<typeof draftPlaceSchema>;

/** What the same person typed into the same field elsewhere meanwhile. */
const elsewhereSchema = z.object({ id: idSchema, word: wordSchema, at: instantSchema });

export const draftFieldSchema = z.object({
  word: wordSchema.nullable(),
  revision: z.int(),
  at: instantSchema,
  elsewhere: z.array(elsewhereSchema),
});
export type DraftField = z.output<typeof draftFieldSchema>;

/** One's own unsent words in one form. */
export const draftSchema = z
  .object({
    id: idSchema,
    ...draftPlaceSchema.shape,
    /** What sending it would do: the verb of its route. */
    verb: z.string(),
    createdAt: instantSchema,
    changedAt: instantSchema,
    revision: z.int(),
    fields: z.record(z.string(), draftFieldSchema),
  })
  .meta({ id: "Draft" });
export type Draft = z.output<typeof draftSchema>;

/** Unsent words of somebody else over the same record. */
export const besideDraftSchema = z.object({
  id: idSchema,
  name: z.string(),
  changedAt: instantSchema,
  /** Null where the reader may do the same act but not read what this person wrote about somebody in care. */
  fields: z.record(z.string(), z.object({ word: wordSchema, at: instantSchema })).nullable(),
});
export type BesideDraft = z.output<typeof besideDraftSchema>;

export const draftEndSchema = z.enum(["sent", "discarded"]);
export type DraftEnd = z.output<typeof draftEndSchema>;
