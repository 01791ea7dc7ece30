import { z } from "zod";

/** A value that a sentence about a problem may need: never personal data, never free text of a person. */
export type ProblemValue = string | number | boolean | null;
export type ProblemValues = Readonly<Record<string, ProblemValue>>;

export interface FieldProblem {
  readonly code: string;
  readonly values?: ProblemValues;
}

/** What a refusal says besides its code. `fields` names what the person has to mend. */
export interface ProblemDetails {
  readonly values?: ProblemValues;
  readonly fields?: Readonly<Record<string, FieldProblem>>;
}

/**
 * What went wrong, as a code and values; the sentence for the person comes from the catalogues.
 * Travels as `application/problem+json` (RFC 9457). `status` is the HTTP status.
 */
export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly values: ProblemValues;
  readonly fields: Readonly<Record<string, FieldProblem>>;

  constructor(code: string, status: number, details: ProblemDetails = {}) {
    super(code);
    this.name = "Problem";
    this.code = code;
    this.status = status;
    this.values = details.values ?? {};
    this.fields = details.fields ?? {};
  }
}

const problemValueSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** The body of every refusal the API answers with. */
export const problemSchema = z
  .object({
    type: z.string(),
    status: z.int(),
    code: z.string(),
    values: z.record(z.string(), problemValueSchema),
    fields: z.record(
      z.string(),
      z.object({
        code: z.string(),
        values: z.record(z.string(), problemValueSchema).optional(),
      }),
    ),
    requestId: z.string(),
  })
  .meta({ id: "Problem" });
export type ProblemBody = z.output<typeof problemSchema>;

/** Codes any route may answer with, besides those its contract declares. */
export const generalProblems = {
  "invalid-input": 400,
  "idempotency-key-missing": 400,
  "signed-out": 401,
  "confirmation-needed": 403,
  "not-allowed": 403,
  "not-found": 404,
  "idempotency-key-reused": 409,
  "changed-meanwhile": 409,
  "already-sent": 409,
  "too-large": 413,
  "wrong-media-type": 415,
  "too-many-tries": 429,
  "internal-error": 500,
  "not-ready": 503,
} as const;
export type GeneralProblem = keyof typeof generalProblems;

/** A problem every route may answer with. */
export const problem = (code: GeneralProblem, details: ProblemDetails = {}): Problem =>
  new Problem(code, generalProblems[code], details);

/** How a noun refuses what does not fit what is there (409), in codes of its own: `const conflict: ConflictOf<…> = conflictOf`. */
export type ConflictOf<Code extends string> = (code: Code, details?: ProblemDetails) => Problem;
export const conflictOf = (code: string, details: ProblemDetails = {}): Problem =>
  new Problem(code, 409, details);

/** Unknown and forbidden records answer alike, so that nobody learns what exists. */
export const notFound = (): Problem => problem("not-found");
