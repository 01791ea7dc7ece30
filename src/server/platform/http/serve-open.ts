import type { FastifyReply, FastifyRequest } from "fastify";
import { changesState } from "#domain/contract/route.ts";
import { inGlobalTransaction } from "#server/db/transaction.ts";
import type { AuditEvent } from "#server/platform/audit/audit-event.ts";
import { insertAudit } from "#server/platform/audit/audit.queries.ts";
import type { MountedRoute } from "#server/platform/http/on.ts";
import { asProblem, logUnexpected } from "#server/platform/http/problem-reply.ts";
import { gatherInput, readInput } from "#server/platform/http/read-input.ts";
import { networkOf } from "#server/platform/http/network-of.ts";
import {
  httpSide,
  refuseForeignOrigin,
  type HttpServices,
} from "#server/platform/http/request-context.ts";

type OpenRoute = Extract<MountedRoute, { kind: "open" }>;

const witnessing = (route: OpenRoute, services: HttpServices, request: FastifyRequest) => {
  const lines: AuditEvent[] = [];
  return {
    lines,
    witness: (
      event: Pick<AuditEvent, "organizationId" | "accountId" | "actorName" | "outcome"> &
        Partial<Pick<AuditEvent, "sessionId" | "details" | "actorKind">>,
    ): void => {
      lines.push({
        sessionId: null,
        details: {},
        actorKind: "staff",
        ...event,
        id: services.newId(),
        at: services.clock.now().toString(),
        verb: route.contract.audit.verb,
        purpose: route.contract.purpose,
        requestId: request.id,
        address: request.ip,
        record: undefined,
        subjects: [],
      });
    },
  };
};

/** The path of a request that anyone may make: rate limit → parse → transaction → handler → parse output → audit → commit. */
export const serveOpen = async (
  route: OpenRoute,
  services: HttpServices,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const { contract, handle } = route;
  if (contract.rateLimit === undefined) throw new Error("an open contract without a rate limit");
  if (changesState(contract)) refuseForeignOrigin(request);
  const now = services.clock.now();
  const limiterKey = `${networkOf(request.ip)} ${contract.method} ${contract.path}`;
  services.limiter.check(limiterKey, contract.rateLimit, now.epochMilliseconds);
  const input = readInput(contract, gatherInput(contract, request));
  const { lines, witness } = witnessing(route, services, request);
  try {
    const output = await inGlobalTransaction(services.doorPool, async (tx) => {
      const work = { tx, now, requestId: request.id, newId: services.newId };
      const answer = await handle({ input, work, http: httpSide(request, reply), witness });
      const parsed: unknown = contract.output.parse(answer);
      const done = lines.filter((line) => line.outcome === "done");
      if (done.length > 0) await insertAudit(tx, done);
      return parsed;
    });
    return await reply.code(contract.status).send(output);
  } catch (error) {
    const refusal = asProblem(error);
    if (refusal.status >= 500) logUnexpected(request.log, error, request.id);
    const refused = lines.filter((line) => line.outcome !== "done");
    await Promise.all(refused.map((line) => services.audit.write(line)));
    throw refusal;
  }
};
