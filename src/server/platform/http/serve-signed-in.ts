import type { FastifyReply, FastifyRequest } from "fastify";
import { isAllowed, maySignNow } from "#domain/access/actor.ts";
import { problem } from "#domain/contract/problem.ts";
import { changesState, type AnyRoute } from "#domain/contract/route.ts";
import type { ForeseenTransaction } from "#server/db/foreseen-transaction.ts";
import type { OpenTransaction } from "#server/db/transaction.ts";
import { lineOfRefusal, lineOfSuccess } from "#server/platform/http/audit-line.ts";
import { onceOf, replayOf, type Once } from "#server/platform/http/idempotency.ts";
import { claimKey, keepAnswer } from "#server/platform/http/idempotency.queries.ts";
import type { MountedRoute, SignedInRequest, UploadedFile } from "#server/platform/http/on.ts";
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
import { spool, type SpooledFile } from "#server/platform/http/spool.ts";
import { oneUpload } from "#server/platform/http/uploads.ts";
import { enter, enterAhead, type Entered, type Session } from "#server/platform/session.ts";
import type { Work } from "#server/platform/work.ts";

export type SignedInRoute = Extract<MountedRoute, { kind: "signed-in" | "upload" | "file" }>;
type Opened = Pick<Entered, keyof OpenTransaction | "session"> &
  Partial<Pick<ForeseenTransaction, "settle">>;

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
  readonly entered: Opened;
  readonly work: Work;
  readonly concerned = new Set<string>();
  /** What was uploaded, where the route takes a file. */
  file: UploadedFile | undefined;
  /** Set where a state change came with a key; `isRepeated` where the key had been claimed before this request entered. */
  once: Once | undefined;
  isRepeated = false;

  constructor(
    route: SignedInRoute,
    request: FastifyRequest,
    reply: FastifyReply,
    services: HttpServices,
    entered: Opened,
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
      concerned: this.concerned,
    };
  }

  asked(input: unknown): SignedInRequest<AnyRoute> {
    const { work, request, reply, entered } = this;
    const concerns = (patientIds: Iterable<string>): void => {
      for (const id of patientIds) this.concerned.add(id);
    };
    return { input, work, session: entered.session, http: httpSide(request, reply), concerns };
  }
}

const answerOf = async (call: Call, input: unknown): Promise<unknown> => {
  const { route, file } = call;
  const asked = call.asked(input);
  if (route.kind !== "upload") return route.contract.output.parse(await route.handle(asked));
  if (file === undefined) throw new Error("an upload was not taken in");
  return route.contract.output.parse(await route.handle({ ...asked, file }));
};

/** A state change: once per key, its trail and its kept answer in the same transaction. */
const change = async (call: Call, input: unknown): Promise<FastifyReply> => {
  const { route, reply, entered, work, once } = call;
  const { contract } = route;
  if (once === undefined) throw problem("idempotency-key-missing");
  if (call.isRepeated) {
    const replay = await replayOf(work, contract, once, entered.session.actor.accountId);
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
  await entered.settle?.();
  const line = lineOfSuccess(call.line(), input, output);
  const kept = { status: contract.status, response: output };
  await entered.commit(
    keepAnswer({ organizationId: work.organizationId, id: once.id }, kept, line),
  );
  return reply.code(contract.status).send(output);
};

/** A read, or what holds for moments only: nothing leaves before the line of the trail is durable. */
const read = async (call: Call, input: unknown): Promise<FastifyReply> => {
  const { request, reply, route, entered, services } = call;
  if (route.kind === "file") {
    const file = await route.handle(call.asked(input));
    if (file.isKept) refuseForeignOrigin(request);
    await services.audit.write(lineOfSuccess(call.line(), input, undefined));
    if (file.isKept) await entered.commit();
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

const isKept = (contract: AnyRoute): boolean => changesState(contract) && !contract.fleeting;

const answer = (call: Call, input: unknown): Promise<FastifyReply> =>
  isKept(call.route.contract) ? change(call, input) : read(call, input);

/** What a request asks for, and the key against repetition of a change with the statement that claims it. */
const askedOf = ({ contract }: SignedInRoute, request: FastifyRequest, now: Work["now"]) => {
  const raw = gatherInput(contract, request);
  const once = isKept(contract)
    ? onceOf(contract, raw, request.headers["idempotency-key"])
    : undefined;
  const claim = once === undefined ? undefined : claimKey({ ...once, at: now.toString() });
  return { raw, once, claim };
};

/** Steps that all kinds share before the act. */
const prepare = (
  { route, request, entered, work }: Call,
  raw: ReturnType<typeof gatherInput>,
): unknown => {
  if (changesState(route.contract)) refuseForeignOrigin(request);
  const input = readInput(route.contract, raw);
  permit(route.contract, entered.session, work);
  return input;
};

/** A read or a change by somebody whose session was seen before. Answers false where it must be done in the ordinary way. */
const goAhead = async (
  route: SignedInRoute,
  services: HttpServices,
  request: FastifyRequest,
  reply: FastifyReply,
  token: string,
): Promise<boolean> => {
  const now = services.clock.now();
  const { raw, once, claim } = askedOf(route, request, now);
  if (isKept(route.contract) && claim === undefined) return false;
  const entered = await enterAhead(services.pool, token, now, claim);
  if (entered === undefined) return false;
  const call = new Call(route, request, reply, services, entered, now);
  call.once = once;
  try {
    await answer(call, prepare(call, raw));
    return true;
  } catch (error) {
    if (entered.isSettled()) return refuse(call, error);
    await entered.rollback();
    return false;
  }
};

/** Enters, and does what all kinds share before the act; whatever is refused is rolled back and has its line in the trail. */
const begin = async <Result>(
  route: SignedInRoute,
  services: HttpServices,
  request: FastifyRequest,
  reply: FastifyReply,
  act: (call: Call, input: unknown) => Promise<Result>,
): Promise<Result> => {
  const token = sessionTokenOf(request);
  const now = services.clock.now();
  const pool = route.kind === "file" ? services.filePool : services.pool;
  const { raw, once, claim } = askedOf(route, request, now);
  const entered =
    token === undefined ? null : await enter(pool, token, now, claim === undefined ? [] : [claim]);
  if (entered === null) throw problem("signed-out");
  const call = new Call(route, request, reply, services, entered, now);
  call.once = once;
  call.isRepeated = once !== undefined && entered.along?.rowCount !== 1;
  try {
    return await act(call, prepare(call, raw));
  } catch (error) {
    return refuse(call, error);
  }
};

/**
 * A request with a file. Whoever sends it is looked up first and the connection given back, so that a file that comes slowly
 * keeps nobody waiting; the act begins when it is here, and looks them up anew.
 */
const serveUpload = async (
  route: SignedInRoute,
  services: HttpServices,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  await begin(route, services, request, reply, ({ entered }) => entered.rollback());
  let taken: SpooledFile | { readonly failure: unknown };
  try {
    taken = await spool(await oneUpload(request, route.contract.uploadBytes));
  } catch (failure) {
    taken = { failure };
  }
  try {
    return await begin(route, services, request, reply, (call, input) => {
      if ("failure" in taken) throw taken.failure;
      call.file = taken;
      return answer(call, input);
    });
  } finally {
    if ("close" in taken) await taken.close();
  }
};

/**
 * The one path of a signed-in request: session (its transaction opens with it, in one round trip) → parse →
 * permission → handler → parse output → audit → commit → answer. Where the session was seen before, a request takes the same
 * steps on what was seen, sends the look-up together with its first statement, and is done again in the ordinary way where
 * the session turns out to be another, a change was asked for before, or anything fails before that is known.
 */
export const serveSignedIn = async (
  route: SignedInRoute,
  services: HttpServices,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  if (route.kind === "upload") return serveUpload(route, services, request, reply);
  const token = sessionTokenOf(request);
  const { contract, kind } = route;
  const mayGoAhead = kind === "signed-in" && changesState(contract) === isKept(contract);
  if (mayGoAhead && token !== undefined)
    if (await goAhead(route, services, request, reply, token)) return reply;
  return begin(route, services, request, reply, answer);
};
