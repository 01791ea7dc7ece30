import { z } from "zod";
import { attendanceSchema } from "#domain/scheduling/attendance.ts";
import {
  attendanceEventSchema,
  type AttendanceEvent,
} from "#domain/scheduling/attendance-event.ts";
import { weekKindSchema } from "#domain/programs/week.ts";
import { epochOf, instantOf } from "#domain/scheduling/epoch.ts";
import { ledgerOf, type Ledger } from "#domain/scheduling/ledger.ts";
import { isOverLimit } from "#domain/scheduling/make-up.ts";
import { facilitatorSchema, sessionStateSchema } from "#domain/scheduling/session.ts";

/** PostgreSQL writes a moment inside of JSON with an offset; it leaves as UTC like every other. */
export const readMoment = z.string().transform((text) => instantOf(epochOf(text)));

const attendanceRead = z.object({
  ...attendanceSchema.shape,
  firstInAt: readMoment.nullable(),
  lastOutAt: readMoment.nullable(),
  /** Whether whoever asks sees this person in this session; what is computed is computed of everybody. */
  isSeen: z.boolean(),
});
export type AttendanceRead = z.output<typeof attendanceRead>;

const eventRead = z.object({
  ...attendanceEventSchema.shape,
  occurredAt: readMoment,
  receivedAt: readMoment,
  heardAt: readMoment.nullable().optional(),
});

/** What the sums of the ledger need of an event. */
export const ledgerEventRead = eventRead.pick({
  id: true,
  patientId: true,
  kind: true,
  mode: true,
  reason: true,
  occurredAt: true,
  correctsId: true,
});

const ledgerRead = z.object({
  session: z.object({
    id: z.string(),
    startsAt: readMoment,
    endsAt: readMoment,
    state: sessionStateSchema,
    zone: z.string(),
    serviceDate: z.string(),
    capacity: z.int(),
    peoplePerFacilitator: z.int().nullable(),
    facilitators: z.array(facilitatorSchema.pick({ role: true })),
    version: z.int(),
  }),
  rule: z.object({
    id: z.string().nullable(),
    graceMinutes: z.int().nullable(),
    breaksCount: z.boolean().nullable(),
    minimumMinutes: z.int().nullable(),
    minutesToCount: z.int(),
  }),
  attendances: z.array(attendanceRead),
  events: z.array(eventRead),
  elsewhere: z.array(z.object({ patientId: z.string(), startsAt: readMoment, endsAt: readMoment })),
  /** Of everybody who makes up here: what that is judged by. */
  makeUps: z.array(
    z.object({
      patientId: z.string(),
      admittedOn: z.string(),
      week: weekKindSchema.nullable(),
      mostMakeUps: z.int().nullable(),
      creditedBefore: z.array(z.string()),
    }),
  ),
  /** Sessions that come after this one for somebody in it; their places compare as text. */
  below: z.array(z.object({ sessionId: z.string(), patientId: z.string(), place: z.string() })),
});
export type LedgerRead = z.output<typeof ledgerRead>;

/** What the one statement of `readLedger` answered, checked. */
export const parseLedger = (answer: unknown): LedgerRead => ledgerRead.parse(answer);

export const parseEvent = (answer: unknown): AttendanceEvent => eventRead.parse(answer);

/** What holds where an organization has no attendance rule for a day: nothing is taken away. */
const noRule = { graceMinutes: 0, breaksCount: false, minimumMinutes: 0 };

/** What the events come to, for everybody seated, by the rules of the day. */
export const ledgerFrom = ({
  session,
  rule,
  attendances,
  events,
  elsewhere,
  makeUps,
}: LedgerRead): Ledger =>
  ledgerOf({
    session,
    events,
    rule: {
      graceMinutes: rule.graceMinutes ?? noRule.graceMinutes,
      breaksCount: rule.breaksCount ?? noRule.breaksCount,
      minimumMinutes: rule.minimumMinutes ?? noRule.minimumMinutes,
      minutesToCount: rule.minutesToCount,
    },
    attendees: attendances.map(({ patientId }) => ({
      patientId,
      elsewhere: elsewhere.filter((one) => one.patientId === patientId),
      isOverLimit: makeUps.some(
        (one) =>
          one.patientId === patientId && isOverLimit({ ...one, serviceDate: session.serviceDate }),
      ),
    })),
  });
