import { authorizationFor } from "#domain/billing/charges/day-authorization.ts";
import type {
  ChargeLine,
  ChargeValues,
  DayHold,
  DayHoldCode,
  HoldOwner,
} from "#domain/billing/charges/day-charge.ts";
import type { DayFacts, DayService } from "#domain/billing/charges/day-facts.ts";
import type { ContractTerms } from "#domain/payers/contract-terms.ts";

/** Who can mend what: a note its facilitator, a countersignature the supervisor, paper of the payer the one who deals with it. */
const owners: Readonly<Record<DayHoldCode, HoldOwner>> = {
  "no-coverage": "admissions",
  "no-contract": "biller",
  "only-draft": "biller",
  "no-price": "biller",
  "note-missing": "facilitator",
  "note-draft": "facilitator",
  "note-not-cosigned": "supervisor",
  "note-minutes-differ": "facilitator",
  "credential-lapsed": "supervisor",
  "no-consent": "admissions",
  "kept-back": "biller",
  "no-diagnosis": "facilitator",
  "diagnosis-not-accepted": "biller",
  "no-authorization": "utilization-reviewer",
  "authorization-used-up": "utilization-reviewer",
  "claim-needs-correction": "biller",
};

export const holdOf = (code: DayHoldCode, values: ChargeValues = {}): DayHold => ({
  code,
  values,
  owner: owners[code],
});

/** Nothing that is not signed, and cosigned where that is needed, may be billed. */
const noteHold = (service: DayService): DayHold | null => {
  const { sessionId, noteState, noteMinutes, creditedMinutes } = service;
  if (noteState === "none") return holdOf("note-missing", { sessionId });
  if (noteState === "draft") return holdOf("note-draft", { sessionId });
  if (noteState === "waiting-cosignature") return holdOf("note-not-cosigned", { sessionId });
  if (noteMinutes !== null && noteMinutes !== creditedMinutes)
    return holdOf("note-minutes-differ", { sessionId, noteMinutes, creditedMinutes });
  return null;
};

const withoutPoint = (code: string): string => code.replace(".", "").toUpperCase();

/** A claim points every line at a diagnosis (SV107, HI); the principal one is the payer's to accept. */
const diagnosisHold = (
  { diagnoses }: DayFacts,
  { diagnosis: { primaryPrefixes } }: ContractTerms,
): DayHold | null => {
  const [principal] = [...diagnoses].toSorted((a, b) => a.rank - b.rank);
  if (principal === undefined) return holdOf("no-diagnosis");
  const code = withoutPoint(principal.code);
  const isAccepted =
    primaryPrefixes.length === 0 ||
    primaryPrefixes.some((prefix) => code.startsWith(withoutPoint(prefix)));
  if (isAccepted) return null;
  return holdOf("diagnosis-not-accepted", { accepted: primaryPrefixes.join(", ") });
};

/** Somebody took it upon them that the day goes without; it holds for this reason alone, for no other day, and until it is taken back. */
const isReleased = ({ releases }: DayFacts, code: DayHoldCode): boolean =>
  releases.some((release) => release.code === code && release.takenBack === null);

/** Why the lines of a day wait. What has no lines waits for nothing. */
export const holdsOfLines = (
  facts: DayFacts,
  terms: ContractTerms,
  lines: readonly ChargeLine[],
): { holds: DayHold[]; authorizationId: string | null } => {
  if (lines.length === 0) return { holds: [], authorizationId: null };
  const inLines = new Set(lines.flatMap(({ sessions }) => sessions.map((one) => one.attendanceId)));
  const services = facts.services
    .filter(({ attendanceId }) => inLines.has(attendanceId))
    .toSorted(
      (a, b) => a.startedAt.localeCompare(b.startedAt) || a.sessionId.localeCompare(b.sessionId),
    );
  const { authorizationId, hold } = authorizationFor(facts, terms, lines);
  const diagnosis = diagnosisHold(facts, terms);
  const holds = [
    ...lines
      .filter(({ priceCents }) => priceCents === null)
      .map(({ procedure, revenueCode }) => holdOf("no-price", { procedure, revenueCode })),
    ...services.flatMap((service) => noteHold(service) ?? []),
    ...services
      .filter(({ sessionId }) => facts.credentialLapsed.includes(sessionId))
      .map(({ sessionId }) => holdOf("credential-lapsed", { sessionId })),
    ...(facts.refusedToPayer === null ? [] : [holdOf(facts.refusedToPayer)]),
    ...(diagnosis === null ? [] : [diagnosis]),
    ...(hold === null || isReleased(facts, hold.code) ? [] : [holdOf(hold.code, hold.values)]),
  ];
  return { holds, authorizationId };
};
