import type { Temporal } from "temporal-polyfill";
import type { Permission } from "#domain/access/permissions.ts";

export type ActorKind = "staff" | "patient" | "system" | "command-line";

/** Whoever does something: a person with an account, a named part of the system, or an operator at a terminal. */
export interface Actor {
  readonly kind: ActorKind;
  readonly accountId: string | null;
  readonly sessionId: string | null;
  readonly name: string;
  readonly permissions: ReadonlySet<Permission>;
  /** Until when this session may sign without confirming again; null without a grant. */
  readonly signingUntil: Temporal.Instant | null;
}

export const isAllowed = (actor: Pick<Actor, "permissions">, permission: Permission): boolean =>
  actor.permissions.has(permission);

/** True while this session holds a signing grant (21 CFR 11.200(a)(1): signing confirms the person anew). */
export const maySignNow = (actor: Pick<Actor, "signingUntil">, now: Temporal.Instant): boolean =>
  actor.signingUntil !== null && actor.signingUntil.epochMilliseconds > now.epochMilliseconds;
