import { useQueryClient } from "@tanstack/react-query";
import { createContext, use, useEffect, type ReactNode } from "react";
import type { Permission } from "#domain/access/permissions.ts";
import { staffRoles } from "#domain/access/roles.ts";
import { readSession } from "#domain/access/session.api.ts";
import type { Output } from "#domain/contract/route.ts";
import { useRead, type Read } from "#web/platform/use-read.ts";
import { lockVault } from "#web/platform/vault-lock.ts";
import { ownerOf, sayWhoIsHere } from "#web/platform/vault-owner.ts";

/** Who is signed in, for which organization, and what they may do there. */
export type Session = Output<typeof readSession>;

const SessionContext = createContext<Session | null>(null);

/** Asks who is signed in. `error.code` is `signed-out` where nobody is. */
export const useSessionRead = (): Read<Session> =>
  useRead(readSession, {}, { quiet: true, keep: loadKept });

const loadKept = async () => (await import("#web/platform/kept-session.ts")).readKeptSession;

export const SessionProvider = (props: { session: Session; children: ReactNode }): ReactNode => {
  const { account, organization } = props.session;
  // Before anything below begins: what they keep on this device is kept for this person alone.
  const owner = ownerOf(account.id, organization.id);
  sayWhoIsHere(owner);
  useEffect(() => void lockVault(owner), [owner]);
  return <SessionContext value={props.session}>{props.children}</SessionContext>;
};

/** The session of the person at the screen. Only inside screens that need one. */
export const useSession = (): Session => {
  const session = use(SessionContext);
  if (!session) throw new Error("A screen that needs a session stands outside of SessionProvider.");
  return session;
};

/** The zone of the organization that is signed in for; undefined where nobody is signed in. */
export const useOrganizationZone = (): string | undefined => use(SessionContext)?.organization.zone;

/** True where the person works in the organization; others have the patient app. */
export const worksHere = (session: Session): boolean =>
  staffRoles.some((role) => session.roles.includes(role));

/** True where this person's roles include the permission. The server asks the same name. */
export const useCan = (permission: Permission): boolean =>
  useSession().permissions.includes(permission);

/** Asks anew who is signed in: after signing in, changing organization or confirming. */
export const useSessionRefresh = (): (() => Promise<void>) => {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: [readSession.path] });
};
