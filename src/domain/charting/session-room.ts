import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { labelSchema } from "#domain/basics/label.ts";
import { memberDraftSchema, sharedDraftSchema } from "#domain/charting/note-draft.ts";
import {
  memberPartSchema,
  noteStateSchema,
  sharedPartSchema,
} from "#domain/charting/member-note.ts";
import { attendanceRuleSchema } from "#domain/programs/attendance-rule.ts";
import { attendanceEventSchema } from "#domain/scheduling/attendance-event.ts";
import { attendanceSchema } from "#domain/scheduling/attendance.ts";
import {
  facilitatorSchema,
  sessionActivitySchema,
  sessionStateSchema,
} from "#domain/scheduling/session.ts";

/** A crisis that was open about somebody while the session ran, or is open in one that runs or is still to come. */
const crisisFlags = ["phq-item-9", "high-risk"] as const;

/** What a row is marked with besides the note. */
export const rowFlagSchema = z.enum([
  ...crisisFlags,
  "first-week",
  "authorization-ending",
  "hours-short",
  "guest",
  "make-up",
  "make-up-over-limit",
]);

export const isCrisisFlag = (flag: z.output<typeof rowFlagSchema>): boolean =>
  crisisFlags.some((one) => one === flag);

/** Every name somebody may be written by, for the guard; and the telephone that is their own. */
export const rosterNamesSchema = z.object({
  given: z.string(),
  middle: z.string().nullable(),
  family: z.string(),
  preferred: z.string().nullable(),
  /** Former names and nicknames on file. */
  others: z.array(z.string()),
  phone: z.string().nullable(),
});

/** One person's part as it was signed: read as it is, whatever would be asked of it today. */
export const signedPartSchema = z.object({
  ...memberPartSchema.shape,
  nextStep: z.string().nullable(),
  sentence: z.string(),
});

export const roomRowSchema = z.object({
  patientId: idSchema,
  /** As they are called, with the family name; and the first of it. */
  name: z.string(),
  givenName: z.string(),
  enrollmentId: idSchema,
  /** As people say it in a narrow column: IOP, PHP, or the level's own name. */
  levelName: z.string(),
  /** Weeks since admission, the first is 1. */
  week: z.int(),
  label: labelSchema,
  /** As it was last projected; `version` is what a signer has seen. The browser recomputes it live from `events`. */
  attendance: attendanceSchema,
  draft: memberDraftSchema,
  objectives: z.array(z.object({ id: idSchema, number: z.string(), statement: z.string() })),
  /** What the last note of this series was about, or else the last of this stay; closed since, maybe. */
  lastObjectiveId: idSchema.nullable(),
  lastNote: z.object({ sentence: z.string(), signedAt: instantSchema }).nullable(),
  /** The sentences of earlier notes, newest first: what the clone meter compares with. */
  earlierSentences: z.array(z.string()),
  flags: z.array(rowFlagSchema),
  names: rosterNamesSchema,
  /** The signed note of this row, when there is one. */
  note: z
    .object({
      id: idSchema,
      state: noteStateSchema,
      signedAt: instantSchema,
      authorName: z.string(),
      objectiveNumber: z.string(),
      creditedMinutes: z.int(),
      part: signedPartSchema,
      /** The reader signed it: only its author corrects a note. */
      isOwn: z.boolean(),
    })
    .nullable(),
});
export type RoomRow = z.output<typeof roomRowSchema>;

/** Why this person cannot sign here now. */
export const signingBlocks = [
  "not-staff",
  "no-supervisor",
  "session-cancelled",
  "session-not-over",
  "nobody-attended",
] as const;
export const signingBlockSchema = z.enum(signingBlocks);
export type SigningBlock = (typeof signingBlocks)[number];

/** Everything the session room shows, in one answer. */
export const sessionRoomSchema = z
  .object({
    session: z.object({
      id: idSchema,
      seriesId: idSchema.nullable(),
      name: z.string(),
      zone: z.string(),
      serviceDate: z.iso.date(),
      startsAt: instantSchema,
      endsAt: instantSchema,
      state: sessionStateSchema,
      siteName: z.string(),
      roomName: z.string().nullable(),
      hasVideo: z.boolean(),
      capacity: z.int(),
      facilitators: z.array(facilitatorSchema),
      activity: sessionActivitySchema,
      version: z.int(),
    }),
    breaks: z.array(z.object({ startsAt: instantSchema, endsAt: instantSchema.nullable() })),
    attendanceRule: attendanceRuleSchema
      .pick({ id: true, name: true, graceMinutes: true, breaksCount: true, minimumMinutes: true })
      .nullable(),
    shared: z.object({
      draft: sharedDraftSchema,
      /** The shared part as it is signed already; it is not signed twice. */
      note: z
        .object({
          id: idSchema,
          signedAt: instantSchema,
          authorName: z.string(),
          fields: sharedPartSchema,
        })
        .nullable(),
    }),
    rows: z.array(roomRowSchema),
    events: z.array(attendanceEventSchema),
    signature: z.object({
      /** The signer's credential needs a supervisor's cosignature, whose name this is. */
      needsCosignature: z.boolean(),
      supervisorName: z.string().nullable(),
      blockedBy: z.array(signingBlockSchema),
    }),
  })
  .meta({ id: "SessionRoom" });
export type SessionRoom = z.output<typeof sessionRoomSchema>;
