import { Temporal } from "temporal-polyfill";
import { problem } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import type * as api from "#domain/privacy/disclosure.api.ts";
import { labelTogether, type Ground } from "#domain/privacy/may-disclose.ts";
import type { Disclosure } from "#domain/privacy/disclosure.ts";
import { signatureNeed } from "#domain/privacy/minor-consent.ts";
import { pageOfRows } from "#server/db/keyset.ts";
import { getPatient } from "#server/patients/patient.service.ts";
import type { Work } from "#server/platform/work.ts";
import { onlyState } from "#server/privacy/consent.service.ts";
import { holdCourtOrder } from "#server/privacy/court-order.service.ts";
import { disclose } from "#server/privacy/disclose.ts";
import { disclosureOf } from "#server/privacy/disclosure-of.ts";
import { listDisclosures as accounting, strike } from "#server/privacy/disclosure.queries.ts";
import { recipientAsTaken } from "#server/privacy/recipient-as-taken.service.ts";
import { holdRecordReview } from "#server/privacy/record-review.service.ts";
import { todayOf } from "#server/practice/organization.service.ts";

/** The door itself, for whatever sends records on its own: files of claims, letters, interfaces. */
export { disclose, discloseMany, type Passing, type Telling } from "#server/privacy/disclose.ts";

/**
 * Says of lines of the accounting that they did not happen: what was to leave never did. Nothing of the accounting is ever changed;
 * each gets a line that strikes it.
 */
export const strikeDisclosures = strike;

/** The labels of everything known of a patient. Which records there are, nouns above this one know. */
export type LabelsOf = (work: Work, patientId: string) => Promise<readonly string[]>;

export const listDisclosures = async (
  work: Work,
  input: Parsed<typeof api.listDisclosures>,
): Promise<Output<typeof api.listDisclosures>> => {
  await getPatient(work, input.patientId);
  const page = pageOfRows(await accounting(work, input), input.limit);
  return { ...page, rows: page.rows.map(disclosureOf) };
};

const personRecord = async (work: Work, patientId: string, labelsOf: LabelsOf) => {
  const { id } = await getPatient(work, patientId);
  return { kind: "patient", id, label: labelTogether(await labelsOf(work, id)) };
};

type Named = Pick<Parsed<typeof api.makeDisclosure>, "courtOrderId" | "recordReviewId">;

/** What is claimed to open a record besides consent, held while it is told. */
const groundOf = async (
  work: Work,
  { courtOrderId, recordReviewId }: Named,
  patientId: string,
): Promise<Ground | null> => {
  if (courtOrderId !== null)
    return { basis: "court-order", order: await holdCourtOrder(work, courtOrderId, patientId) };
  if (recordReviewId !== null)
    return { basis: "audit", review: await holdRecordReview(work, recordReviewId) };
  return null;
};

/** Tells somebody by word of mouth or on paper. It is about the person, so it is kept as closely as all that is known. */
export const makeDisclosure = async (
  work: Work,
  asked: Parsed<typeof api.makeDisclosure>,
  labelsOf: LabelsOf,
): Promise<Output<typeof api.makeDisclosure>> => {
  const { courtOrderId, recordReviewId, isIdentityConfirmed, ...input } = asked;
  const records = [await personRecord(work, input.patientId, labelsOf)];
  const ground = await groundOf(work, { courtOrderId, recordReviewId }, input.patientId);
  const recipient = await recipientAsTaken(work, { ...input, isIdentityConfirmed });
  const { disclosures, sent } = await disclose(
    work,
    { ...input, recipient, records, content: null, ground },
    ({ notice }) => Promise.resolve(notice),
  );
  const [disclosure] = disclosures;
  if (disclosure === undefined) throw new Error("A disclosure left no line.");
  return { disclosure, notice: sent };
};

/**
 * Writes down what medical personnel were told in an emergency. It was told already: nothing is held up by a form, and
 * nothing may be missing from it (42 CFR 2.51(c)).
 */
export const tellInEmergency = async (
  work: Work,
  { patientId, recipient, information, channel, ...emergency }: Parsed<typeof api.tellInEmergency>,
  labelsOf: LabelsOf,
): Promise<Disclosure> => {
  if (Temporal.Instant.compare(emergency.toldAt, work.now) > 0)
    throw problem("invalid-input", { fields: { toldAt: { code: "in-the-future" } } });
  const telling = {
    patientId,
    recipient: { name: recipient, isPatient: false, classes: [] },
    purpose: "treatment" as const,
    information,
    records: [await personRecord(work, patientId, labelsOf)],
    channel,
    content: null,
    ground: { basis: "emergency" as const, emergency },
  };
  const { disclosures } = await disclose(work, telling, () => Promise.resolve(null));
  const [disclosure] = disclosures;
  if (disclosure === undefined) throw new Error("A disclosure left no line.");
  return disclosure;
};

/**
 * Tells a parent, or whoever acts for a minor, what reduces a threat to life, without the minor's consent. The act is the
 * judgment: it is the director's, and both parts of it stand in the accounting (42 CFR 2.14(c)).
 */
export const tellParentOfMinor = async (
  work: Work,
  { patientId, recipient, information, channel, ...judged }: Parsed<typeof api.tellParentOfMinor>,
  labelsOf: LabelsOf,
): Promise<Disclosure> => {
  const { birthDate } = await getPatient(work, patientId);
  const need = signatureNeed(birthDate, await onlyState(work), await todayOf(work));
  const telling = {
    patientId,
    recipient: { name: recipient, isPatient: false, classes: [] },
    purpose: "family-involvement" as const,
    information,
    records: [await personRecord(work, patientId, labelsOf)],
    channel,
    content: null,
    ground: { basis: "minor-threat" as const, judged, isMinor: need !== "patient" },
  };
  const { disclosures } = await disclose(work, telling, () => Promise.resolve(null));
  const [disclosure] = disclosures;
  if (disclosure === undefined) throw new Error("A disclosure left no line.");
  return disclosure;
};
