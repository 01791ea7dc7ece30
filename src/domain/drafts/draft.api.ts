import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { route } from "#domain/contract/route.ts";
import {
  besideDraftSchema,
  draftEndSchema,
  draftFieldSchema,
  draftPlaceSchema,
  draftSchema,
  fieldNameSchema,
  wordSchema,
} from "#domain/drafts/draft.ts";

export const saveDraft = route({
  method: "PATCH",
  path: "/drafts/{draftId}",
  summary: "Keep fields of a form as they are typed, before it is sent",
  permission: "signed-in",
  purpose: "operations",
  fleeting: true,
  audit: {
    verb: "draft.save",
    subjects: "none",
    record: ({ draftId }) => ({ kind: "draft", id: draftId }),
    details: ({ route: name, recordId }) => ({ route: name, recordId: recordId ?? undefined }),
    oneLineFor: ({ draftId }) => draftId,
  },
  input: z.object({
    /** Made by the device, so that what was typed without a network is one draft too. */
    draftId: idSchema,
    ...draftPlaceSchema.shape,
    /** Whose work the screen shows: what was typed for one person is never kept as another's. */
    accountId: idSchema,
    organizationId: idSchema,
    patches: z
      .array(
        z.object({
          id: idSchema,
          field: fieldNameSchema,
          /** Null where what was typed was taken back. */
          word: wordSchema.nullable(),
          baseRevision: z.int().min(0),
          /** The patch of the same window that it goes on from: two windows of one person are kept beside each other. */
          follows: idSchema.nullable(),
          settles: z.array(idSchema).max(20).optional(),
        }),
      )
      .max(200),
  }),
  output: z.object({
    /** The draft these words are in: another one where the same form was begun elsewhere. */
    draftId: idSchema,
    savedAt: instantSchema,
    /** Set where it was sent or discarded meanwhile: nothing was kept. */
    ended: draftEndSchema.nullable(),
    /** Every field the patches spoke of, as it is now. */
    fields: z.record(z.string(), draftFieldSchema),
  }),
  errors: { "draft-too-large": 413, "too-many-drafts": 409, "somebody-else": 409 },
});

export const listDrafts = route({
  method: "GET",
  path: "/drafts",
  summary: "What one has typed and not sent",
  permission: "signed-in",
  purpose: "operations",
  audit: { verb: "draft.list", subjects: "none" },
  input: z.object({}),
  output: z.object({ rows: z.array(draftSchema) }),
});

export const discardDraft = route({
  method: "DELETE",
  path: "/drafts/{draftId}",
  summary: "Throw away what one has typed in a form and not sent",
  permission: "signed-in",
  purpose: "operations",
  fleeting: true,
  audit: {
    verb: "draft.discard",
    subjects: "none",
    record: ({ draftId }) => ({ kind: "draft", id: draftId }),
  },
  input: z.object({ draftId: idSchema }),
  output: z.object({}),
});

export const readDraftsBeside = route({
  method: "GET",
  path: "/drafts/beside",
  summary: "Who else has unsent words over the same record, and which",
  permission: "signed-in",
  purpose: "operations",
  audit: {
    verb: "draft-words.read",
    subjects: "none",
    record: ({ recordId }) => ({ kind: "record", id: recordId }),
    details: ({ route: name }) => ({ route: name }),
  },
  input: z.object({ route: draftPlaceSchema.shape.route, recordId: idSchema }),
  output: z.object({ rows: z.array(besideDraftSchema) }),
});

export const listAgedDrafts = route({
  method: "GET",
  path: "/drafts/aged",
  summary:
    "Unsent work that lies for more than a week or whose owner left: whose and what, not the words",
  permission: "people:read",
  purpose: "operations",
  audit: { verb: "draft.list-aged", subjects: "none" },
  input: z.object({}),
  output: z.object({
    rows: z.array(
      z.object({
        id: idSchema,
        ownerName: z.string(),
        ownerLeft: z.boolean(),
        verb: z.string(),
        createdAt: instantSchema,
        changedAt: instantSchema,
      }),
    ),
  }),
});
