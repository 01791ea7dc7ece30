import { notFound, Problem } from "#domain/contract/problem.ts";
import { localeOf } from "#domain/access/account.ts";
import { sideOf } from "#domain/access/roles.ts";
import type {
  changeAccount as changeAccountContract,
  listSessions as listSessionsContract,
  readSession as readSessionContract,
} from "#domain/access/session.api.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { getAccount, updateAccount } from "#server/access/account.queries.ts";
import type { Apart } from "#server/access/apart.ts";
import { verifyPassword } from "#server/access/password-hash.ts";
import { renameAccount } from "#server/access/rename-account.ts";
import {
  findCrisisPhone,
  getSession,
  listLiveSessions,
  revokeSession,
  setSigningUntil,
} from "#server/access/session.queries.ts";
import { openBelongings } from "#server/access/sign-in.service.ts";
import { countTry, forgiveTry, fromSession } from "#server/access/sign-in-tries.ts";
import { startSession } from "#server/access/start-session.ts";
import { witnessIn } from "#server/access/witness.ts";
import { sessionLimits, type Session } from "#server/platform/session.ts";
import type { Work } from "#server/platform/work.ts";

/** Who is signed in, with everything the screens ask of it. */
export const readSession = async (
  work: Work,
  session: Session,
): Promise<Output<typeof readSessionContract>> => {
  const { actor, organizationId } = session;
  const belongings = await openBelongings(work.tx, actor.accountId, sideOf(session.roles));
  return {
    id: actor.sessionId,
    account: {
      id: actor.accountId,
      name: actor.name,
      email: session.email,
      locale: localeOf(session.locale),
    },
    organization: {
      id: organizationId,
      name: session.organizationName,
      zone: session.zone,
      crisisPhone: await findCrisisPhone(work.tx, organizationId),
      patientWord: session.patientWord,
    },
    organizations: belongings.map((one) => ({
      id: one.organizationId,
      name: one.organizationName,
    })),
    staffId: session.staffId,
    roles: [...session.roles],
    permissions: [...actor.permissions],
    signingUntil: actor.signingUntil?.toString() ?? null,
    expiresAt: session.expiresAt,
    idleMinutes: sessionLimits.idleMinutes,
  };
};

/** Ends this session. */
export const signOut = async (work: Work, session: Session): Promise<void> => {
  const { accountId, sessionId } = session.actor;
  await revokeSession(work.tx, accountId, sessionId, work.now.toString());
};

/** Where one's own account is signed in, in whichever organization. */
export const listSessions = async (
  work: Work,
  session: Session,
): Promise<Output<typeof listSessionsContract>> => {
  const { accountId, sessionId } = session.actor;
  const idleSince = work.now.subtract({ minutes: sessionLimits.idleMinutes });
  const rows = await listLiveSessions(work.tx, accountId, {
    now: work.now.toString(),
    idleSince: idleSince.toString(),
  });
  const names = new Map(
    (await openBelongings(work.tx, accountId)).map((one) => [
      one.organizationId,
      one.organizationName,
    ]),
  );
  // A session in an organization that one no longer belongs to opens nothing any more.
  return {
    rows: rows.flatMap(({ organizationId, createdAt, ...row }) => {
      const organizationName = names.get(organizationId);
      if (organizationName === undefined) return [];
      return [{ ...row, organizationName, startedAt: createdAt, current: row.id === sessionId }];
    }),
  };
};

/** Ends one of one's own sessions; somebody else's is not found. */
export const endSession = async (
  work: Work,
  session: Session,
  sessionId: string,
): Promise<void> => {
  const { accountId } = session.actor;
  if (!(await revokeSession(work.tx, accountId, sessionId, work.now.toString()))) throw notFound();
};

/**
 * Moves to another organization: the old session ends and a new one begins, with a new token, no signing grant and the
 * same absolute end. One's own organization is answered as it is.
 */
export const changeOrganization = async (
  work: Work,
  session: Session,
  organizationId: string,
): Promise<{ organization: { id: string; name: string }; token: string | undefined }> => {
  const { tx, now } = work;
  const { accountId, sessionId } = session.actor;
  const side = sideOf(session.roles);
  const belongings = await openBelongings(tx, accountId, side);
  const wanted = belongings.find((one) => one.organizationId === organizationId);
  if (wanted === undefined) throw notFound();
  const organization = { id: wanted.organizationId, name: wanted.organizationName };
  if (organizationId === session.organizationId) return { organization, token: undefined };
  const { device, address } = await getSession(tx, sessionId);
  await revokeSession(tx, accountId, sessionId, now.toString());
  const { expiresAt } = session;
  const place = { accountId, organizationId, side, device, address };
  const next = { id: work.newId(), ...place, now, expiresAt };
  const started = await startSession(tx, next);
  // The mount writes the line of the organization that is left; the one that is entered has its own.
  await witnessIn(tx, work, [organizationId], {
    verb: "session.change-organization",
    outcome: "done",
    account: { id: accountId, name: session.actor.name },
    address,
    sessionId: started.sessionId,
  });
  return { organization, token: started.token };
};

/** The password of the person at the keyboard, tried against this session alone; throws `wrong-password` at `field`. */
export const provePassword = async (
  work: Work,
  apart: Apart,
  session: Session,
  password: string,
  field: string,
): Promise<void> => {
  const { accountId, sessionId } = session.actor;
  const counted = fromSession(sessionId);
  // Asked first: what is done apart would stand although the session turned out to be another.
  const { secret } = await getAccount(work.tx, accountId);
  await apart((tx) => countTry(tx, counted, work.now));
  const { matches } = await verifyPassword(password, secret);
  if (!matches)
    throw new Problem("wrong-password", 403, { fields: { [field]: { code: "wrong-password" } } });
  await forgiveTry(work.tx, counted, work.now);
};

/** Gives this session the right to sign for ten minutes (21 CFR 11.200(a)(1)). */
export const confirmSession = async (
  work: Work,
  apart: Apart,
  session: Session,
  password: string,
): Promise<{ signingUntil: string }> => {
  await provePassword(work, apart, session, password, "password");
  const signingUntil = work.now.add({ minutes: sessionLimits.signingMinutes }).toString();
  await setSigningUntil(work.tx, session.actor.sessionId, signingUntil);
  return { signingUntil };
};

export const endConfirmation = (work: Work, session: Session): Promise<void> =>
  setSigningUntil(work.tx, session.actor.sessionId, null);

export const changeAccount = async (
  work: Work,
  session: Session,
  input: Parsed<typeof changeAccountContract>,
): Promise<Output<typeof changeAccountContract>> => {
  const { name, locale } = input;
  const { accountId } = session.actor;
  await renameAccount(work, accountId, name);
  await updateAccount(work.tx, accountId, { locale });
  return { name, locale };
};
