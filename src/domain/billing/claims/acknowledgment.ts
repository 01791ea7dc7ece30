import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { isWorkingDay } from "#domain/basics/federal-holidays.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import type { MendPlace } from "#domain/billing/claims/finding.ts";

/** How a receiver took a file. `unknown`: it gave no verdict, which is never taken for acceptance. */
export const verdicts = [
  "accepted",
  "accepted-with-errors",
  "partly-accepted",
  "rejected",
  "unknown",
] as const;
export const verdictSchema = z.enum(verdicts);
export type Verdict = (typeof verdicts)[number];

/**
 * TA1 speaks of the envelope alone, 999 and the older 997 of what is in it. `noted`: somebody read or heard it elsewhere, such as
 * in a portal, and says so.
 */
export const acknowledgmentKinds = ["TA1", "999", "997", "noted"] as const;
export const acknowledgmentKindSchema = z.enum(acknowledgmentKinds);
export type AcknowledgmentKind = (typeof acknowledgmentKinds)[number];

/** Something that a receiver found wrong: in which segment, counted from ST, and which of its elements. Codes as they were sent. */
export const faultSchema = z
  .object({
    /** Our number of the claim; null where it is of no single claim. */
    claim: z.string().nullable(),
    segment: z.string(),
    position: z.int(),
    /** As the receiver says it; often empty. */
    loop: z.string(),
    /** IK304. */
    code: z.string(),
    /** IK403 of each. `component`: 0 where the element is no composite. */
    elements: z.array(z.object({ element: z.int(), component: z.int(), code: z.string() })),
  })
  .meta({ id: "AcknowledgmentFault" });
export type Fault = z.output<typeof faultSchema>;

/** What is wrong with a file as a whole, in codes: TA105, AK905 and on, IK502 and on. */
export const acknowledgmentNotesSchema = z.object({
  interchange: z.array(z.string()),
  group: z.array(z.string()),
  transaction: z.array(z.string()),
});
export type AcknowledgmentNotes = z.output<typeof acknowledgmentNotesSchema>;

/** What one answer says of one file of ours. */
export interface AcknowledgmentFacts {
  readonly kind: AcknowledgmentKind;
  /** When, on the wall of whoever said it, `YYYY-MM-DDTHH:MM:SS`; null where that is not known. */
  readonly said: string | null;
  readonly verdict: Verdict;
  readonly notes: AcknowledgmentNotes;
  readonly faults: readonly Fault[];
  /** Our numbers of the claims that did not pass: all of a transaction, as it goes or stays as a whole. */
  readonly rejected: readonly string[];
}

/**
 * An answer as it was taken in; nobody changes it. What was said last decides, and what speaks of the content over what speaks of
 * the envelope.
 */
export const acknowledgmentSchema = z
  .object({
    id: idSchema,
    kind: acknowledgmentKindSchema,
    verdict: verdictSchema,
    notes: acknowledgmentNotesSchema,
    faults: z.array(faultSchema),
    rejectedClaims: z.int(),
    /** The file it came in; null where it was noted. */
    name: z.string().nullable(),
    /** SHA-256 of its bytes, in hex. */
    sha256: z.string().nullable(),
    /** Where it was read or heard. */
    reason: z.string().nullable(),
    /** When its receiver said it; of what was noted only the day is known. */
    saidAt: instantSchema,
    /** When it was taken in or noted. */
    receivedAt: instantSchema,
    receivedBy: z.string(),
  })
  .meta({ id: "Acknowledgment" });
export type Acknowledgment = z.output<typeof acknowledgmentSchema>;

/** Clocks of senders stand in other zones than ours; one that is off by more is wrong. */
const farthestClock = { hours: 24 } as const;

/**
 * When an answer was said. Its sender writes what stands on its own wall and not which zone that is in: it is read on the wall of
 * the organization, so that answers of one sender stand in their order. A moment before the file was made or after the answer
 * came is none, and then it was said when it came.
 */
export const saidAtOf = (
  said: string | null,
  {
    zone,
    sentAt,
    receivedAt,
  }: {
    readonly zone: string;
    readonly sentAt: Temporal.Instant;
    readonly receivedAt: Temporal.Instant;
  },
): Temporal.Instant => {
  if (said === null) return receivedAt;
  const wall = Temporal.PlainDateTime.from(said);
  const there = wall.toZonedDateTime(zone);
  // An hour that the wall leaves out in spring is the moment at which it does, or it would stand behind the hour after it.
  const at = (
    there.toPlainDateTime().equals(wall)
      ? there
      : (there.getTimeZoneTransition("previous") ?? there)
  ).toInstant();
  const isPossible =
    Temporal.Instant.compare(at, sentAt.subtract(farthestClock)) >= 0 &&
    Temporal.Instant.compare(at, receivedAt.add(farthestClock)) <= 0;
  return isPossible ? at : receivedAt;
};

/**
 * Where a file stands with its receiver. `made`: it lies here and was not downloaded yet; `waiting`: it left, and nothing came;
 * `received`: its envelope was taken, and of the content nothing is said yet; `taken-back`: it never left and will not.
 */
export const fileStandings = [
  "made",
  "waiting",
  "received",
  "accepted",
  "accepted-with-errors",
  "partly-accepted",
  "rejected",
  "taken-back",
] as const;
export const fileStandingSchema = z.enum(fileStandings);
export type FileStanding = (typeof fileStandings)[number];

interface Deciding {
  readonly kind: string;
  readonly verdict: Verdict;
}

/** Where a file stands by the answer that decides. That an envelope was taken says nothing of what is in it. */
export const standingAfter = (answer: Deciding | null): FileStanding => {
  if (answer === null || answer.verdict === "unknown") return "waiting";
  if (answer.kind !== "TA1" || answer.verdict === "rejected") return answer.verdict;
  return "received";
};

/** A receiver answers within the day; nobody has to look before so many working days are over. */
export const acknowledgmentWorkingDays = 3;

/** The last day on which nobody has to ask where the answer to what left on a day is: working days are counted, no weekends and no federal holidays. */
export const acknowledgmentDueOn = (sentOn: string): string => {
  let day = Temporal.PlainDate.from(sentOn);
  for (let left = acknowledgmentWorkingDays; left > 0;) {
    day = day.add({ days: 1 });
    if (isWorkingDay(day)) left -= 1;
  }
  return day.toString();
};

/** The first of the days whose files nobody has to ask about yet. */
export const firstDayNotDue = (today: string): string => {
  let day = Temporal.PlainDate.from(today);
  for (;;) {
    const before = day.subtract({ days: 1 });
    if (acknowledgmentDueOn(before.toString()) < today) return day.toString();
    day = before;
  }
};

const places: readonly (readonly [RegExp, MendPlace])[] = [
  [/^(?:1000|2000A|2010AA|2010AB)/, "billing-provider"],
  [/^(?:2000B|2010BA)/, "coverage"],
  [/^2010BB/, "payer"],
  [/^(?:2000C|2010CA)/, "patient"],
  [/^2310[ABDF]/, "staff"],
  [/^2310[CE]/, "site"],
  [/^2420/, "staff"],
  [/^2400/, "charges"],
];

/** Where it is mended, as far as segment and loop tell. */
export const mendPlaceOf = ({ loop, segment }: Pick<Fault, "loop" | "segment">): MendPlace => {
  if (segment === "HI") return "diagnoses";
  if (segment === "SBR" || segment === "DMG") return "coverage";
  if (/^(?:LX|SV1|SV2)$/.test(segment)) return "charges";
  return places.find(([pattern]) => pattern.test(loop))?.[1] ?? "claim";
};
