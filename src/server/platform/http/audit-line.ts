import type { FastifyRequest } from "fastify";
import { idSchema } from "#domain/basics/ids.ts";
import type { Problem } from "#domain/contract/problem.ts";
import { changesState, type AnyRoute } from "#domain/contract/route.ts";
import type { AuditEvent } from "#server/platform/audit/audit-event.ts";
import type { Session } from "#server/platform/session.ts";

interface Line {
  readonly id: string;
  readonly at: string;
  readonly contract: AnyRoute;
  readonly session: Session;
  readonly request: FastifyRequest;
  /** Patients the act concerned besides those its contract names. */
  readonly concerned?: ReadonlySet<string>;
}

const base = ({ id, at, contract, session, request }: Line) => ({
  organizationId: session.organizationId,
  id,
  at,
  verb: contract.audit.verb,
  purpose: contract.purpose,
  actorKind: session.actor.kind,
  accountId: session.actor.accountId,
  actorName: session.actor.name,
  sessionId: session.actor.sessionId,
  requestId: request.id,
  address: request.ip,
});

const subjectsOf = ({ contract, concerned }: Line, input: unknown, output: unknown): string[] => {
  const { subjects } = contract.audit;
  const named = subjects === "none" ? [] : subjects(input, output);
  return [...new Set([...named, ...(concerned ?? [])])];
};

/** The line of an act that went through: what its contract says of record and subjects. */
export const lineOfSuccess = (line: Line, input: unknown, output: unknown): AuditEvent => {
  const { audit } = line.contract;
  return {
    ...base(line),
    outcome: changesState(line.contract) ? "done" : "read",
    record: audit.record?.(input, output),
    subjects: subjectsOf(line, input, output),
    details: said(audit.details?.(input)),
  };
};

const said = (details: Readonly<Record<string, string | number | boolean | undefined>> = {}) =>
  Object.fromEntries(
    Object.entries(details).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );

const idOf = (value: unknown): string | undefined => idSchema.safeParse(value).data;

/** The line of an act that was refused or failed: what was tried on which record, and the problem's code. */
export const lineOfRefusal = (line: Line, refusal: Problem): AuditEvent => {
  const parameters = Object.entries((line.request.params ?? {}) as Record<string, unknown>);
  const last = parameters.at(-1);
  const id = idOf(last?.[1]);
  return {
    ...base(line),
    outcome: refusal.status >= 500 ? "failed" : "refused",
    record:
      last === undefined || id === undefined ? undefined : { kind: last[0].replace(/Id$/, ""), id },
    subjects: [],
    details: { problem: refusal.code },
  };
};
