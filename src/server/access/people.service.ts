import type { Temporal } from "temporal-polyfill";
import { linkLifetimeHours } from "#domain/access/link-lifetime.ts";
import type {
  invitePerson as inviteContract,
  listPeople as listContract,
  Person,
  readPerson as readContract,
} from "#domain/access/people.api.ts";
import { personState } from "#domain/access/person-state.ts";
import { isStaffMember, staffRolesOf, type Role } from "#domain/access/roles.ts";
import { staffHistory } from "#domain/access/staff-history.ts";
import { changesBetween } from "#domain/basics/revision.ts";
import { notFound, Problem, problem } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import {
  findAccountByEmail,
  getLetterhead,
  insertAccount,
  putPassword,
  type AccountRow,
} from "#server/access/account.queries.ts";
import {
  countOtherAdministrators,
  insertAffiliation,
  lockAffiliationOf,
} from "#server/access/affiliation.queries.ts";
import { changeAffiliation } from "#server/access/change-affiliation.ts";
import { assertGoodPassword, choosePassword } from "#server/access/choose-password.ts";
import { hashPassword, verifyPassword } from "#server/access/password-hash.ts";
import {
  countStanding,
  findPerson,
  selectPeople,
  type PersonRow,
} from "#server/access/people.queries.ts";
import { refusing } from "#server/db/constraint.ts";
import { pageOfRows } from "#server/db/keyset.ts";
import { enqueue } from "#server/platform/outbox/outbox.ts";
import { recordChange } from "#server/platform/record-change.ts";
import { listRevisions } from "#server/platform/revision.ts";
import type { Work } from "#server/platform/work.ts";

const personOf = (row: PersonRow, now: Temporal.Instant): Person => ({
  ...row,
  accountId: row.acceptedAt === null ? null : row.accountId,
  roles: staffRolesOf(row.roles),
  state: personState(row, now),
});

/** Who works here and may sign in, or is invited to, or was once. */
export const listPeople = async (
  work: Work,
  input: Parsed<typeof listContract>,
): Promise<Output<typeof listContract>> => {
  const invitedSince = work.now.subtract({ hours: linkLifetimeHours.invitation }).toString();
  const page = pageOfRows(await selectPeople(work, input, invitedSince), input.limit);
  return {
    ...page,
    rows: page.rows.map((row) => personOf(row, work.now)),
    standing: await countStanding(work, invitedSince),
  };
};

const getStaffMember = async (work: Work, affiliationId: string): Promise<PersonRow> => {
  const row = await findPerson(work, affiliationId);
  if (row === undefined || !isStaffMember(row.roles)) throw notFound();
  return row;
};

/** One person who works here; of patients and families nothing is found. */
export const getPerson = async (work: Work, affiliationId: string): Promise<Person> =>
  personOf(await getStaffMember(work, affiliationId), work.now);

export const readPerson = async (
  work: Work,
  affiliationId: string,
): Promise<Output<typeof readContract>> => {
  const row = await getStaffMember(work, affiliationId);
  const history = await listRevisions(work, "affiliation", affiliationId);
  return {
    person: personOf(row, work.now),
    otherAdministrators: await countOtherAdministrators(work, affiliationId),
    history: staffHistory(history, row.roles),
  };
};

interface Entry {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly staffId: string | null;
  /** Null where an invitation has to be accepted first. */
  readonly acceptedAt: string | null;
  readonly verb: "invite" | "add";
}

const belongsAlready = (): Problem =>
  new Problem("belongs-already", 409, { fields: { email: { code: "belongs-already" } } });

/** The account of an address, made where there is none. */
export const accountFor = async (work: Work, email: string, name: string): Promise<AccountRow> => {
  const createdAt = work.now.toString();
  await insertAccount(work.tx, { id: work.newId(), email, name, createdAt });
  const account = await findAccountByEmail(work.tx, email);
  if (account === undefined) throw new Error("an account that was just made is not there");
  return account;
};

const unknownStaff = {
  affiliation_staff: () =>
    problem("invalid-input", { fields: { staffId: { code: "not-a-choice" } } }),
};

const beginAffiliation = async (work: Work, accountId: string, entry: Entry): Promise<string> => {
  const id = work.newId();
  const { name, email, staffId, acceptedAt, verb } = entry;
  const roles = [...entry.roles];
  const invited = { invitedAt: work.now.toString(), invitedBy: work.actor.name };
  const row = { id, accountId, roles, staffId, acceptedAt, ...invited };
  if (!(await insertAffiliation(work, row))) throw belongsAlready();
  const changes = changesBetween(undefined, { name, email, roles, staffId, acceptedAt });
  await recordChange(work, "affiliation", { id, version: 1 }, { verb, changes });
  return id;
};

/** Gives an account its place in this organization, or gives back the one that had ended. Answers the affiliation's id. */
const affiliate = async (work: Work, accountId: string, entry: Entry): Promise<string> => {
  const before = await lockAffiliationOf(work, accountId, "staff");
  if (before === undefined) return beginAffiliation(work, accountId, entry);
  if (personState(before, work.now) !== "ended") throw belongsAlready();
  const { name, staffId, acceptedAt, verb } = entry;
  const invited = { invitedAt: work.now.toString(), invitedBy: work.actor.name };
  const change = { roles: [...entry.roles], staffId, acceptedAt, endedAt: null, ...invited };
  await changeAffiliation(work, before, change, { verb, alsoTold: { name } });
  return before.id;
};

/**
 * Invites somebody by letter. Whether the address has an account elsewhere is neither told nor shown: the name typed
 * here is what this organization sees until the invitation is accepted.
 */
export const invitePerson = async (
  work: Work,
  input: Parsed<typeof inviteContract>,
): Promise<Person> => {
  const account = await accountFor(work, input.email, input.name);
  const entry = { ...input, acceptedAt: null, verb: "invite" } as const;
  const id = await refusing(unknownStaff, () => affiliate(work, account.id, entry));
  await enqueue(work, { kind: "send-invitation", recordId: id });
  return getPerson(work, id);
};

const provedOrChosen = async (
  work: Work,
  account: AccountRow,
  password: string,
  hashed: Promise<string> | undefined,
): Promise<void> => {
  if (account.secret === null) {
    const organizationNames = [(await getLetterhead(work.tx, work.organizationId)).name];
    const owner = { email: account.email, name: account.name, organizationNames };
    const at = work.now.toString();
    if (hashed === undefined) return choosePassword(work.tx, account.id, password, owner, at);
    await assertGoodPassword(password, owner);
    return putPassword(work.tx, account.id, await hashed, at);
  }
  const { matches } = await verifyPassword(password, account.secret);
  if (!matches) throw new Problem("wrong-password", 409);
};

/** The hash of a password that whoever adds many gives to all of them. */
export const hashForMany = (password: string): Promise<string> => hashPassword(password);

/**
 * Adds somebody from the machine itself. With a password they may sign in at once: a new account gets it, one that
 * exists must have it already (`wrong-password`). Without one they are invited by letter.
 */
export const createUser = async (
  work: Work,
  user: {
    readonly email: string;
    readonly name: string;
    readonly roles: readonly Role[];
    readonly staffId?: string;
    readonly password?: string;
    /** The hash of the password, where many get the same one (`hashForMany`). */
    readonly hashed?: Promise<string>;
  },
): Promise<{ readonly affiliationId: string; readonly accountId: string }> => {
  const { email, name, roles, password } = user;
  const account = await accountFor(work, email, name);
  if (password !== undefined) await provedOrChosen(work, account, password, user.hashed);
  const acceptedAt = password === undefined ? null : work.now.toString();
  const verb = password === undefined ? "invite" : "add";
  const entry = { email, name, roles, staffId: user.staffId ?? null, acceptedAt, verb } as const;
  const affiliationId = await affiliate(work, account.id, entry);
  if (password === undefined)
    await enqueue(work, { kind: "send-invitation", recordId: affiliationId });
  return { affiliationId, accountId: account.id };
};
