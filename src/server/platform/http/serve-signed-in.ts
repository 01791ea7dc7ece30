import type { FastifyReply, FastifyRequest } from "fastify";
import { isAllowed, maySignNow } from "#domain/access/actor.ts";
import { problem } from "#domain/contract/problem.ts";
import { changesState, type AnyRoute } from "#domain/contract/route.ts";
import type { ForeseenTransaction, OpenTransaction } from "#server/db/transaction.ts";
import { lineOfRefusal, lineOfSuccess } from "#server/platform/http/audit-line.ts";
import { beginOnce, readKey } from "#server/platform/http/idempotency.ts";
import { keepAnswer } from "#server/platform/http/idempotency.queries.ts";
import type { MountedRoute, SignedInRequest } from "#server/platform/http/on.ts";
import { asProblem, logUnexpected } from "#server/platform/http/problem-reply.ts";
import { gatherInput, readInput } from "#server/platform/http/read-input.ts";
import {
  httpSide,
  refuseForeignOrigin,
  sessionTokenOf,
  visitOf,
  type HttpServices,
} from "#server/platform/http/request-context.ts";
import { sendFile } from "#server/platform/http/send-file.ts";
import { oneUpload } from "#server/platform/http/uploads.ts";
import { enter, enterAhead, type Session } from "#server/platform/session.ts";
import type { Work } from "#server/platform/work.ts";

export type SignedInRoute = Extract<MountedRoute, { kind: "signed-in" | "upload" | "file" }>;
type Entered = OpenTransaction &
  Partial<Pick<ForeseenTransaction, "settle">> & { readonly session: Session };

const permit = (contract: AnyRoute, session: Session, work: Work): void => {
  const { permission } = contract;
  if (permission === "anyone") throw new Error("a signed-in handler behind an open contract");
  if (permission !== "signed-in" && !isAllowed(session.actor, permission))
    throw problem("not-allowed");
  if (contract.confirmation && !maySignNow(session.actor, work.now))
    throw problem("confirmation-needed");
};

/** The transaction, the session and the request of one call, and the steps that all kinds of it share. */
class Call {
  readonly route: SignedInRoute;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly services: HttpServices;
  readonly entered: Entered;
  readonly work: Work;

  constructor(
    route: SignedInRoute,
    request: FastifyRequest,
    reply: FastifyReply,
    services: HttpServices,
    entered: Entered,
    now: Work["now"],
  ) {
    this.route = route;
    this.request = request;
    this.reply = reply;
    this.services = services;
    this.entered = entered;
    this.work = {
      tx: entered.tx,
      organizationId: entered.session.organizationId,
      actor: entered.session.actor,
      now,
      requestId: request.id,
      newId: services.newId,
    };
  }

  line() {
    const { services, request, entered, route } = this;
    const at = this.work.now.toString();
    return {
      id: services.newId(),
      at,
      contract: route.contract,
      session: entered.session,
      request,
    };
  }

  asked(input: unknown): SignedInRequest<AnyRoute> {
    const { work, request, reply, entered } = this;
    return { input, work, session: entered.session, http: httpSide(request, reply) };
  }
}

const answerOf = async (call: Call, input: unknown): Promise<unknown> => {
  const { route, request } = call;
  const asked = call.asked(input);
  const answer =
    route.kind === "upload"
      ? await route.handle({ ...asked, file: await oneUpload(request, route.contract.uploadBytes) })
      : await route.handle(asked);
  return route.contract.output.parse(answer);
};

/** A state change: once per key, its trail and its kept answer in the same transaction. */
const change = async (call: Call, raw: unknown, input: unknown): Promise<FastifyReply> => {
  const { route, request, reply, entered, work } = call;
  const { contract } = route;
  const key = readKey(request.headers["idempotency-key"]);
  const { accountId } = entered.session.actor;
  const replay = await beginOnce(work, contract, key, accountId, raw);
  if (replay !== undefined) {
    await Promise.all([
      entered.commit(),
      call.services.audit.write({
        ...lineOfSuccess(call.line(), input, replay.body),
        outcome: "read",
      }),
    ]);
    return reply.code(replay.status).header("idempotent-replay", "true").send(replay.body);
  }
  const output = await answerOf(call, input);
  const line = lineOfSuccess(call.line(), input, output);
  const { tx, organizationId } = work;
  await keepAnswer(
    tx,
    { organizationId, id: key },
    { status: contract.status, response: output },
    line,
  );
  await entered.commit();
  return reply.code(contract.status).send(output);
};

/** A read, or what holds for moments only: nothing leaves before the line of the trail is durable. */
const read = async (call: Call, input: unknown): Promise<FastifyReply> => {
  const { request, reply, route, entered, services } = call;
  if (route.kind === "file") {
    const file = await route.handle(call.asked(input));
    await services.audit.write(lineOfSuccess(call.line(), input, undefined));
    return sendFile(reply, file, entered);
  }
  const output = await answerOf(call, input);
  await entered.settle?.();
  const line = lineOfSuccess(call.line(), input, output);
  const { oneLineFor } = route.contract.audit;
  const visit = visitOf(request, oneLineFor === undefined ? input : oneLineFor(input));
  await services.audit.writeOnce(line, visit, entered);
  return reply.code(route.contract.status).send(output);
};

const refuse = async (call: Call, error: unknown): Promise<never> => {
  const refusal = asProblem(error);
  if (refusal.status >= 500) logUnexpected(call.request.log, error, call.request.id);
  await call.entered.rollback();
  await call.services.audit.write(lineOfRefusal(call.line(), refusal));
  throw refusal;
};

/** A read by somebody whose session was seen before. Answers false where it must be done in the ordinary way. */
const readAhead = async (
  route: SignedInRoute,
  services: HttpServices,
  request: FastifyRequest,
  reply: FastifyReply,
  token: string,
): Promise<boolean> => {
  const { contract } = route;
  const now = services.clock.now();
  const entered = await enterAhead(services.pool, token, now);
  if (entered === undefined) return false;
  const call = new Call(route, request, reply, services, entered, now);
  try {
    const input = readInput(contract, gatherInput(contract, request));
    permit(contract, entered.session, call.work);
    await read(call, input);
    return true;
  } catch (error) {
    if (entered.isSettled()) return refuse(call, error);
    await entered.rollback();
    return false;
  }
};

/**
 * The one path of a signed-in request: session (its transaction opens with it, in one round trip) → parse →
 * permission → handler → parse output → audit → commit → answer. A read of a session that was seen before takes the same
 * steps on what was seen, sends the look-up together with its first statement, and is done again in the ordinary way where
 * the session turns out to be another or anything fails before it was looked up.
 */
export const serveSignedIn = async (
  route: SignedInRoute,
  services: HttpServices,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const { contract } = route;
  const token = sessionTokenOf(request);
  const mayReadAhead = route.kind === "signed-in" && !changesState(contract);
  if (mayReadAhead && token !== undefined)
    if (await readAhead(route, services, request, reply, token)) return reply;
  const now = services.clock.now();
  const pool = route.kind === "file" ? services.filePool : services.pool;
  const entered = token === undefined ? null : await enter(pool, token, now);
  if (entered === null) throw problem("signed-out");
  const call = new Call(route, request, reply, services, entered, now);
  try {
    if (changesState(contract)) refuseForeignOrigin(request);
    const raw = gatherInput(contract, request);
    const input = readInput(contract, raw);
    permit(contract, entered.session, call.work);
    const isKept = changesState(contract) && !contract.fleeting;
    return isKept ? await change(call, raw, input) : await read(call, input);
  } catch (error) {
    return refuse(call, error);
  }
};
