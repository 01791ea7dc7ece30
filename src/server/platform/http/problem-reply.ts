import type { FastifyBaseLogger } from "fastify";
import { Problem, problem, type ProblemBody } from "#domain/contract/problem.ts";
import { isLostConnection } from "#server/db/lost-connection.ts";

const hasCode = (error: unknown): error is { code: string } =>
  typeof error === "object" && error !== null && "code" in error && typeof error.code === "string";

/** PostgreSQL's word for two transactions that cannot both win (deadlock, serialization). */
const collisions = new Set(["40001", "40P01"]);
const fastifyProblems: Readonly<Record<string, Problem>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: problem("too-large"),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: problem("wrong-media-type"),
  FST_INVALID_MULTIPART_CONTENT_TYPE: problem("wrong-media-type"),
};

/** Fastify's own word for a request it cannot read; its faults in the program have codes of 500. */
const refusedByFastify = (error: { code: string }): Problem | undefined => {
  if (!error.code.startsWith("FST_")) return undefined;
  const known = fastifyProblems[error.code];
  if (known !== undefined) return known;
  const status = (error as { statusCode?: unknown }).statusCode;
  if (status === 413) return problem("too-large");
  return typeof status === "number" && status >= 400 && status < 500
    ? problem("invalid-input")
    : undefined;
};

/** What the parser of uploads says of a body that does not hold what its header promises: it has messages and no codes. */
const isMalformedUpload = (error: unknown): boolean =>
  error instanceof Error &&
  /^Multipart: Boundary not found$|unexpected end of multipart data$/i.test(error.message);

/** Whatever was thrown, as a problem that may be shown. Anything unexpected becomes `internal-error`. */
export const asProblem = (error: unknown): Problem => {
  if (error instanceof Problem) return error;
  if (hasCode(error)) {
    if (collisions.has(error.code)) return problem("changed-meanwhile");
    const refusal = refusedByFastify(error);
    if (refusal !== undefined) return refusal;
  }
  if (isMalformedUpload(error)) return problem("invalid-input");
  // Whoever asks again with the same key learns whether it was carried out.
  if (isLostConnection(error)) return problem("not-ready");
  return problem("internal-error");
};

export const problemBody = (refusal: Problem, requestId: string): ProblemBody => ({
  type: `urn:stepwell:problem:${refusal.code}`,
  status: refusal.status,
  code: refusal.code,
  values: { ...refusal.values },
  fields: Object.fromEntries(
    Object.entries(refusal.fields).map(([name, field]) => [
      name,
      { code: field.code, ...(field.values !== undefined && { values: { ...field.values } }) },
    ]),
  ),
  requestId,
});

/** Logs what nobody expected; the log keeps where it happened and never what it was about. */
export const logUnexpected = (log: FastifyBaseLogger, error: unknown, requestId: string): void =>
  log.error({ requestId, err: error }, "unexpected error");
