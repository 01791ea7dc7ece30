import { z } from "zod";
import { rosterNamesSchema } from "#domain/charting/session-room.ts";
import { formatSchema } from "#domain/programs/activity-type.ts";
import { sessionStateSchema } from "#domain/scheduling/session.ts";
import { readInstant } from "#server/charting/read-instant.ts";
import { attendanceRead, signerRead } from "#server/charting/session-room.service.ts";

const draftRead = z.object({ revision: z.int(), by: z.string() }).nullable();

/** Of the ledger's row what is judged and signed. */
const presenceRead = attendanceRead.pick({
  id: true,
  enrollmentId: true,
  status: true,
  firstInAt: true,
  lastOutAt: true,
  deliveredMinutes: true,
  creditedMinutes: true,
  label: true,
  version: true,
});

const personRead = z.object({
  patientId: z.string(),
  names: rosterNamesSchema,
  openObjectives: z.array(z.string()),
  earlierSentences: z.array(z.string()),
  attendance: presenceRead,
  draft: draftRead,
});
export type SigningPerson = z.output<typeof personRead>;

/** What a signature is judged by, as the database has it. */
export const signingRead = z.object({
  session: z.object({
    id: z.string(),
    state: sessionStateSchema,
    startsAt: readInstant,
    endsAt: readInstant,
    serviceDate: z.string(),
    format: formatSchema,
  }),
  signer: signerRead,
  people: z.array(personRead),
  signed: z.array(z.object({ patientId: z.string(), by: z.string(), sentence: z.string() })),
  sharedNote: z.object({ id: z.string(), hash: z.string() }).nullable(),
  sharedDraft: draftRead,
});
export type SigningRead = z.output<typeof signingRead>;
