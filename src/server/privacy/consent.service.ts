import { changesBetween, type Revision } from "#domain/basics/revision.ts";
import { usStateSchema, type UsState } from "#domain/basics/us-address.ts";
import { notFound, problem } from "#domain/contract/problem.ts";
import type { Parsed } from "#domain/contract/route.ts";
import { conflict } from "#domain/privacy/conflict.ts";
import type * as api from "#domain/privacy/consent.api.ts";
import { consentDefects, consentState } from "#domain/privacy/consent-defects.ts";
import { consentSchema, consentStates, type Consent } from "#domain/privacy/consent.ts";
import { signatureNeed } from "#domain/privacy/minor-consent.ts";
import { recordChange } from "#server/platform/record-change.ts";
import { refuseStale } from "#server/platform/refuse-stale.ts";
import { listRevisions } from "#server/platform/revision.ts";
import { assertPersonSeen } from "#server/platform/sight.queries.ts";
import type { Work } from "#server/platform/work.ts";
import { getPatient, holdPatient } from "#server/patients/patient.service.ts";
import { todayOf } from "#server/practice/organization.service.ts";
import * as queries from "#server/privacy/consent.queries.ts";

/** Which paper was used: until forms are records of their own, one written by hand. */
const byHand = "by-hand";

const termsSchema = consentSchema.omit({ state: true, defects: true, signatureNeed: true });

const consentOf = ({ birthDate, ...row }: queries.ConsentRow, today: string): Consent => {
  const said = termsSchema.parse(row);
  const need = signatureNeed(birthDate, said.careState, said.signedOn ?? today);
  const terms = { ...said, signatureNeed: need };
  return { ...terms, state: consentState(terms, today), defects: consentDefects(terms) };
};

export const listConsents = async (work: Work, patientId: string): Promise<{ rows: Consent[] }> => {
  const today = await todayOf(work);
  const rows = (await queries.listConsents(work, patientId)).map((row) => consentOf(row, today));
  if (rows.length === 0) await getPatient(work, patientId);
  const place = (consent: Consent): number => consentStates.indexOf(consent.state);
  return { rows: rows.toSorted((one, other) => place(one) - place(other)) };
};

/** The consents of several patients as they stand on a day, for whoever asks about many before anything is sent. */
export const consentsOfMany = async (
  work: Work,
  patientIds: readonly string[],
  on: string,
): Promise<Consent[]> =>
  patientIds.length === 0
    ? []
    : (await queries.listConsentsOfMany(work, patientIds)).map((row) => consentOf(row, on));

/** What was signed tomorrow has not been signed. */
export const refuseFuture = (
  field: string,
  day: string | null | undefined,
  today: string,
): void => {
  if (day !== null && day !== undefined && day > today)
    throw problem("invalid-input", { fields: { [field]: { code: "in-the-future" } } });
};

/** Where all sites lie in one state, the care is there; else somebody has to say it. */
export const onlyState = async (work: Work): Promise<UsState | null> => {
  const [state, ...others] = await queries.careStates(work);
  return others.length > 0 ? null : (usStateSchema.safeParse(state).data ?? null);
};

export const createConsent = async (
  work: Work,
  { patientId, ...said }: Parsed<typeof api.createConsent>,
): Promise<Consent> => {
  await assertPersonSeen(work, patientId, "disclosure");
  const { birthDate } = await holdPatient(work, patientId);
  const today = await todayOf(work);
  refuseFuture("signedOn", said.signedOn, today);
  refuseFuture("secondSignedOn", said.secondSignedOn, today);
  const facts = { ...said, careState: said.careState ?? (await onlyState(work)) };
  const row = {
    id: work.newId(),
    patientId,
    ...facts,
    templateVersion: byHand,
    createdAt: work.now.toString(),
  };
  await queries.insertConsent(work, row);
  const changes = changesBetween(undefined, facts);
  const fresh = { eventOn: null, revokedOn: null, revocationReason: null, version: 1 };
  const made = { ...row, ...fresh, birthDate };
  await recordChange(work, "consent", made, { verb: "create", changes });
  return consentOf(made, today);
};

const lockForChange = async (
  work: Work,
  consentId: string,
  version: number,
): Promise<{ before: queries.ConsentRow; today: string }> => {
  const before = await queries.lockConsent(work, consentId);
  if (before === undefined) throw notFound();
  await refuseStale(work, "consent", before, version);
  return { before, today: await todayOf(work) };
};

export const changeConsent = async (
  work: Work,
  { consentId, version, ...wanted }: Parsed<typeof api.changeConsent>,
): Promise<Consent> => {
  const { before, today } = await lockForChange(work, consentId, version);
  if (before.revokedOn !== null) throw conflict("already-revoked");
  if (before.signedOn !== null) throw conflict("already-signed");
  refuseFuture("signedOn", wanted.signedOn, today);
  refuseFuture("secondSignedOn", wanted.secondSignedOn, today);
  const changes = changesBetween(before, wanted);
  if (Object.keys(changes).length === 0) return consentOf(before, today);
  await queries.updateConsent(work, consentId, wanted);
  const after = { ...before, ...wanted, version: version + 1 };
  await recordChange(work, "consent", after, { verb: "change", changes });
  return consentOf(after, today);
};

/** From its day on, and at once for whatever is on its way, a revoked consent discloses nothing (42 CFR 2.31(c)). */
export const revokeConsent = async (
  work: Work,
  { consentId, version, revokedOn, reason }: Parsed<typeof api.revokeConsent>,
): Promise<Consent> => {
  const { before, today } = await lockForChange(work, consentId, version);
  if (before.revokedOn !== null) throw conflict("already-revoked");
  refuseFuture("revokedOn", revokedOn, today);
  const changed = { revokedOn, revocationReason: reason };
  await queries.updateConsent(work, consentId, changed);
  const after = { ...before, ...changed, version: version + 1 };
  const changes = changesBetween(before, { revokedOn });
  await recordChange(work, "consent", after, { verb: "revoke", reason, changes });
  return consentOf(after, today);
};

/** Writes down that the event happened at which a consent ends. */
export const endConsent = async (
  work: Work,
  { consentId, version, eventOn }: Parsed<typeof api.endConsent>,
): Promise<Consent> => {
  const { before, today } = await lockForChange(work, consentId, version);
  if (before.revokedOn !== null) throw conflict("already-revoked");
  if (before.expiresAtEvent === null) throw conflict("no-event");
  refuseFuture("eventOn", eventOn, today);
  await queries.updateConsent(work, consentId, { eventOn });
  const after = { ...before, eventOn, version: version + 1 };
  await recordChange(work, "consent", after, {
    verb: "end",
    changes: changesBetween(before, { eventOn }),
  });
  return consentOf(after, today);
};

export const listConsentRevisions = async (
  work: Work,
  consentId: string,
): Promise<{ patientId: string; rows: Revision[] }> => {
  const consent = await queries.findConsent(work, consentId);
  if (consent === undefined) throw notFound();
  return {
    patientId: consent.patientId,
    rows: await listRevisions(work, "consent", consentId),
  };
};

/** The consents of people as they stand today, held so that none is revoked while something is sent under it. */
export const holdConsents = async (
  work: Work,
  patientIds: readonly string[],
): Promise<{ consents: Consent[]; today: string }> => {
  const today = await todayOf(work);
  const rows = await queries.holdConsents(work, patientIds);
  return { consents: rows.map((row) => consentOf(row, today)), today };
};
