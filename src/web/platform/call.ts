import { toRequest } from "#domain/contract/client.ts";
import { Problem, type FieldProblem, type ProblemValues } from "#domain/contract/problem.ts";
import { changesState, type AnyRoute, type Input, type Output } from "#domain/contract/route.ts";
import { countNow, hearServerTime } from "#web/platform/clock.ts";
import { passGate } from "#web/platform/signed-in-gate.ts";
import { visitId } from "#web/platform/visit.ts";

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** One key per intent of the person: a retry of the same intent sends the same key. */
  readonly idempotencyKey?: string | undefined;
  /** The draft whose words this request sends: it ends with them. */
  readonly draftId?: string | undefined;
  /** Answer `signed-out` to the caller instead of asking the person to sign in again. */
  readonly quiet?: boolean;
}

interface ProblemAnswer {
  readonly code?: string;
  readonly values?: ProblemValues;
  readonly fields?: Readonly<Record<string, FieldProblem>>;
}

const readProblem = async (response: Response): Promise<Problem> => {
  const answer = (await response.json().catch(() => ({}))) as ProblemAnswer;
  const code = answer.code ?? (response.status >= 500 ? "not-ready" : "internal-error");
  return new Problem(code, response.status, {
    values: answer.values ?? {},
    fields: answer.fields ?? {},
  });
};

const formOf = (values: Record<string, unknown>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    form.append(
      name,
      value instanceof Blob || typeof value === "string" ? value : JSON.stringify(value),
    );
  }
  return form;
};

const send = async <R extends AnyRoute>(
  contract: R,
  input: Input<R>,
  options: CallOptions,
): Promise<Output<R>> => {
  const request = toRequest(contract, input);
  const headers = new Headers({ accept: "application/json", "x-visit-id": visitId() });
  if (changesState(contract)) {
    headers.set("idempotency-key", options.idempotencyKey ?? crypto.randomUUID());
  }
  if (options.draftId !== undefined) headers.set("x-draft-id", options.draftId);
  const upload = contract.body === "upload" && request.body !== undefined;
  if (request.body !== undefined && !upload) headers.set("content-type", "application/json");
  const body =
    request.body === undefined
      ? null
      : upload
        ? formOf(request.body)
        : JSON.stringify(request.body);
  const sentAtCount = countNow();
  let response: Response;
  try {
    response = await fetch(request.url, {
      method: request.method,
      headers,
      body,
      credentials: "same-origin",
      signal: options.signal ?? null,
    });
  } catch (cause) {
    if (options.signal?.aborted) throw cause;
    throw new Problem("offline", 0);
  }
  hearServerTime(response.headers.get("date"), sentAtCount);
  if (!response.ok) throw await readProblem(response);
  const text = await response.text();
  return (text === "" ? {} : JSON.parse(text)) as Output<R>;
};

/**
 * Calls the API by its contract. Throws `Problem`; code `offline` (status 0) when no answer came.
 * Where the session ended or must be confirmed, it waits for the person and then tries again with the
 * same key, so that nothing is lost or done twice.
 */
export const call = async <R extends AnyRoute>(
  contract: R,
  input: Input<R>,
  options: CallOptions = {},
): Promise<Output<R>> => {
  const once = { ...options, idempotencyKey: options.idempotencyKey ?? crypto.randomUUID() };
  for (;;) {
    try {
      return await send(contract, input, once);
    } catch (problem) {
      if (options.quiet || !(problem instanceof Problem)) throw problem;
      if (problem.code !== "signed-out" && problem.code !== "confirmation-needed") throw problem;
      if (!(await passGate(problem.code))) throw problem;
    }
  }
};

/** Where a file of the API lies, for a link that downloads it. */
export const addressOf = <R extends AnyRoute>(contract: R, input: Input<R>): string =>
  toRequest(contract, input).url;
