import { z } from "zod";
import { draftPatchSchema } from "#domain/charting/note-draft.ts";
import { Problem } from "#domain/contract/problem.ts";
import { newAttendanceEventSchema } from "#domain/scheduling/attendance-event.ts";
import type { RoomBoxContent, Said } from "#web/charting/room-box-content.ts";

const heldEventSchema = z.object({
  event: newAttendanceEventSchema,
  stamp: z.object({ run: z.string(), wall: z.number(), count: z.number() }).nullable(),
});

const problemSchema = z.object({
  code: z.string(),
  status: z.number(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

const refusedSchema = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), problem: problemSchema });

const contentSchema = z.object({
  events: z.array(heldEventSchema),
  patches: z.array(draftPatchSchema),
  refusedEvents: z.array(refusedSchema(heldEventSchema)),
  refusedPatches: z.array(refusedSchema(draftPatchSchema)),
  people: z.record(z.string(), z.object({ name: z.string(), enrollmentId: z.string() })),
  doubtful: z.array(z.string()),
});

const asProblem = ({ code, status, values }: z.output<typeof problemSchema>): Problem =>
  new Problem(code, status, { values });

/** What an earlier window kept, if it is still whole; null where it is not what this version wrote. */
export const readBoxContent = (kept: unknown): RoomBoxContent | null => {
  const parsed = contentSchema.safeParse(kept);
  if (!parsed.success) return null;
  const { refusedEvents, refusedPatches, ...rest } = parsed.data;
  return {
    ...rest,
    refusedEvents: refusedEvents.map(({ items, problem }) => ({
      items,
      problem: asProblem(problem),
    })),
    refusedPatches: refusedPatches.map(({ items, problem }) => ({
      items,
      problem: asProblem(problem),
    })),
  };
};

const saidSchema = z.object({
  owner: z.string(),
  sessionId: z.string(),
  boxId: z.string().nullable(),
  content: z.unknown(),
  nearness: z.enum(["kept", "on-its-way", "nowhere"]),
});

/** What another window says of its box; null where it is none of our words. */
export const readSaid = (text: unknown): Said | null => {
  const parsed = saidSchema.safeParse(typeof text === "string" ? JSON.parse(text) : null);
  const content = parsed.success ? readBoxContent(parsed.data.content) : null;
  return parsed.success && content ? { ...parsed.data, content } : null;
};
