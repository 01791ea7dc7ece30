import type { Claim, DateSpan, HealthCode, ServiceLine } from "#edi/837/claim.ts";
import type { Party } from "#edi/837/party.ts";
import { claimLoopOf, lineLoopOf, type ClaimGuide } from "#edi/scrub/claim-guide.ts";
import type { ScrubContext } from "#edi/scrub/scrub-context.ts";

/** Somebody a claim names, and in which loop. */
export interface PlacedParty {
  readonly loop: string;
  readonly party: Party;
}

/** A claim with what several rules ask of it, found once. */
export interface Examined<Form extends Claim<ServiceLine> = Claim<ServiceLine>> {
  readonly guide: ClaimGuide;
  readonly claim: Form;
  readonly context: ScrubContext;
  /** Everybody the claim names, in the order of the file. */
  readonly parties: readonly PlacedParty[];
  /** Who was treated: the subscriber, or the patient below. */
  readonly patient: PlacedParty;
  /** Codes of HI that are diagnoses of the claim: the principal one first, then the others. */
  readonly diagnoses: readonly HealthCode[];
  /** The first and the last day of service; null where no line has a day. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
}

const diagnosisKinds = new Set(["ABK", "ABF", "BK", "BF"]);

/** The last day of a span, or its only one. */
export const lastOf = (span: DateSpan | undefined): string | null =>
  span?.through ?? span?.from ?? null;

const partiesOf = (guide: ClaimGuide, claim: Claim<ServiceLine>): PlacedParty[] => {
  const { billing, subscriber, patient } = claim;
  const parties: PlacedParty[] = [{ loop: "2010AA", party: billing.provider }];
  if (billing.payTo !== null) parties.push({ loop: "2010AB", party: billing.payTo });
  parties.push({ loop: "2010BA", party: subscriber.person });
  parties.push({ loop: "2010BB", party: subscriber.payer });
  if (patient !== null) parties.push({ loop: "2010CA", party: patient.person });
  for (const party of claim.providers)
    parties.push({ loop: claimLoopOf(guide, party.role), party });
  for (const { person, payer } of claim.otherCoverages) {
    if (person !== null) parties.push({ loop: "2330A", party: person });
    if (payer !== null) parties.push({ loop: "2330B", party: payer });
  }
  for (const line of claim.lines)
    for (const party of line.providers)
      parties.push({ loop: lineLoopOf(guide, party.role), party });
  return parties;
};

/** Makes a claim ready for its rules. */
export const examine = <Form extends Claim<ServiceLine>>(
  guide: ClaimGuide,
  claim: Form,
  context: ScrubContext,
): Examined<Form> => {
  let firstDay: string | null = null;
  let lastDay: string | null = null;
  for (const { dates } of claim.lines) {
    const from = dates.service?.from ?? null;
    const through = lastOf(dates.service);
    if (from !== null && (firstDay === null || from < firstDay)) firstDay = from;
    if (through !== null && (lastDay === null || through > lastDay)) lastDay = through;
  }
  const { patient, subscriber } = claim;
  return {
    guide,
    claim,
    context,
    parties: partiesOf(guide, claim),
    patient:
      patient === null
        ? { loop: "2010BA", party: subscriber.person }
        : { loop: "2010CA", party: patient.person },
    diagnoses: claim.codes.filter((code) => diagnosisKinds.has(code.kind)),
    firstDay: firstDay ?? claim.dates.statement?.from ?? null,
    lastDay: lastDay ?? lastOf(claim.dates.statement),
  };
};

/** True where Medicare itself is billed, and not a plan of Medicare Advantage (SBR09: MA part A, MB part B). */
export const isMedicare = ({ claim }: Examined): boolean =>
  claim.subscriber.filing === "MA" || claim.subscriber.filing === "MB";
