import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { pageInput, pageOf } from "#domain/basics/page.ts";
import { revisionSchema } from "#domain/basics/revision.ts";
import { lineSchema, searchTextSchema } from "#domain/basics/text.ts";
import { changeable, versionSchema } from "#domain/contract/changeable.ts";
import { route } from "#domain/contract/route.ts";
import { orderSchema, recordStateSchema } from "#domain/practice/record-state.ts";
import { roomFacts, roomSchema } from "#domain/practice/room.ts";

const roomId = idSchema;
const read = { permission: "practice:read", purpose: "operations" } as const;
const manage = { permission: "practice:manage", purpose: "operations" } as const;
const ofInput = (input: { roomId: string }) => ({ kind: "room", id: input.roomId });

export const listRooms = route({
  ...read,
  method: "GET",
  path: "/rooms",
  summary: "Rooms of one site or of all, by name",
  audit: { verb: "room.list", subjects: "none" },
  input: z.object({
    ...pageInput,
    /** The beginning of a name. */
    q: searchTextSchema(60).default(""),
    siteId: idSchema.optional(),
    state: recordStateSchema.default("active"),
    sort: z.enum(["name", "site"]).default("name"),
    order: orderSchema.default("asc"),
  }),
  output: pageOf(roomSchema),
});

export const readRoom = route({
  ...read,
  method: "GET",
  path: "/rooms/{roomId}",
  summary: "One room",
  audit: { verb: "room.read", subjects: "none", record: ofInput },
  input: z.object({ roomId }),
  output: roomSchema,
});

export const createRoom = route({
  ...manage,
  method: "POST",
  path: "/rooms",
  summary: "Add a room to a site",
  audit: {
    verb: "room.create",
    subjects: "none",
    record: (_, room) => ({ kind: "room", id: room.id }),
  },
  input: z.object({ siteId: idSchema, ...roomFacts.shape }),
  output: roomSchema,
  errors: { "name-taken": 409, "site-retired": 409 },
  status: 201,
});

export const changeRoom = route({
  ...manage,
  method: "PATCH",
  path: "/rooms/{roomId}",
  summary: "Change what is said of a room",
  audit: { verb: "room.change", subjects: "none", record: ofInput },
  input: z.object({ roomId, version: versionSchema, ...changeable(roomFacts.shape) }),
  output: roomSchema,
  errors: { "name-taken": 409, retired: 409 },
});

export const listRoomRevisions = route({
  ...read,
  method: "GET",
  path: "/rooms/{roomId}/revisions",
  summary: "The history of a room, newest first",
  audit: { verb: "room.history", subjects: "none", record: ofInput },
  input: z.object({ roomId }),
  output: z.object({ rows: z.array(revisionSchema) }),
});

export const retireRoom = route({
  ...manage,
  method: "POST",
  path: "/rooms/{roomId}/retirement",
  summary: "Retire a room",
  audit: { verb: "room.retire", subjects: "none", record: ofInput },
  input: z.object({ roomId, version: versionSchema, reason: lineSchema(400) }),
  output: roomSchema,
  errors: { retired: 409 },
});

export const bringBackRoom = route({
  ...manage,
  method: "DELETE",
  path: "/rooms/{roomId}/retirement",
  summary: "Take a retired room into use again",
  audit: { verb: "room.bring-back", subjects: "none", record: ofInput },
  input: z.object({ roomId, version: versionSchema }),
  output: roomSchema,
  errors: { "name-taken": 409, "site-retired": 409, "not-retired": 409 },
});
