import { changesBetween } from "#domain/basics/revision.ts";
import { notFound, Problem } from "#domain/contract/problem.ts";
import {
  insertAffiliation,
  lockAffiliation,
  lockAffiliationOf,
} from "#server/access/affiliation.queries.ts";
import {
  findCareAffiliation,
  findPatientOfAccount,
} from "#server/access/care-affiliation.queries.ts";
import { changeAffiliation } from "#server/access/change-affiliation.ts";
import { accountFor } from "#server/access/people.service.ts";
import { revokeSessions } from "#server/access/session.queries.ts";
import { refusing } from "#server/db/constraint.ts";
import { enqueue } from "#server/platform/outbox/outbox.ts";
import { recordChange } from "#server/platform/record-change.ts";
import type { Work } from "#server/platform/work.ts";

/** How a patient signs in, as those who look after them see it. */
export interface CareAccount {
  readonly email: string;
  readonly openedAt: string;
  readonly openedBy: string;
}

/** The patient who acts; whoever is none here finds nothing. */
export const getOwnPatientId = async (work: Work): Promise<string> => {
  const { accountId } = work.actor;
  const patientId = accountId === null ? undefined : await findPatientOfAccount(work, accountId);
  if (patientId === undefined) throw notFound();
  return patientId;
};

export const findCareAccount = async (
  work: Work,
  patientId: string,
): Promise<CareAccount | null> => {
  const row = await findCareAffiliation(work, patientId);
  return row === undefined
    ? null
    : { email: row.email, openedAt: row.invitedAt, openedBy: row.invitedBy };
};

const addressInUse = (): Problem =>
  new Problem("address-in-use", 409, { fields: { email: { code: "address-in-use" } } });
const refusals = {
  affiliation_patient_once: () => new Problem("has-account", 409),
  affiliation_patient: notFound,
};

/**
 * Lets a patient sign in under this address: nothing has to be accepted, for a code that is mailed proves the mailbox
 * each time. One address is one person in care here.
 */
export const openCareAccount = async (
  work: Work,
  patient: { readonly id: string; readonly name: string; readonly email: string },
): Promise<CareAccount> => {
  const { email, name, id: patientId } = patient;
  const account = await accountFor(work, email, name);
  const at = work.now.toString();
  const opened = { invitedAt: at, invitedBy: work.actor.name, acceptedAt: at };
  const before = await lockAffiliationOf(work, account.id, "care");
  await refusing(refusals, async () => {
    if (before === undefined) {
      const id = work.newId();
      const row = { id, accountId: account.id, roles: ["patient"], patientId, ...opened };
      if (!(await insertAffiliation(work, row))) throw addressInUse();
      const changes = changesBetween(undefined, { email, patientId });
      await recordChange(work, "affiliation", { id, version: 1 }, { verb: "open", changes });
      return;
    }
    if (before.endedAt === null) throw addressInUse();
    const change = { roles: ["patient"], patientId, endedAt: null, ...opened };
    await changeAffiliation(work, before, change, { verb: "open" });
  });
  await enqueue(work, { kind: "send-care-welcome", recordId: account.id });
  return { email, openedAt: at, openedBy: work.actor.name };
};

/** Ends a patient's access at once, with every session on that side. */
export const endCareAccount = async (
  work: Work,
  patientId: string,
  reason: string,
): Promise<void> => {
  const found = await findCareAffiliation(work, patientId);
  const before = found && (await lockAffiliation(work, found.id));
  if (before === undefined || before.endedAt !== null) throw notFound();
  const at = work.now.toString();
  await changeAffiliation(work, before, { endedAt: at }, { verb: "end", reason });
  const { organizationId } = work;
  await revokeSessions(work.tx, before.accountId, at, { organizationId, side: "care" });
};
