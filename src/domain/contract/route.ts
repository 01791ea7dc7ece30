import type { z } from "zod";
import type { Permission } from "#domain/access/permissions.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Why data is used: the purposes of HIPAA 45 CFR 164.506 and 42 CFR 2.33, and the two of our own. */
export type Purpose = "treatment" | "payment" | "operations" | "own-account" | "public";

/** At most `limit` requests of one network address in `seconds`. */
export interface RateLimit {
  readonly limit: number;
  readonly seconds: number;
}

export interface RecordReference {
  readonly kind: string;
  readonly id: string;
}

/**
 * What the trail says of a request. `verb` is `<noun>.<verb>`; `subjects` are the ids of the patients
 * it touched, `none` where it can touch nobody; `record` is the one record it was about.
 */
export interface AuditRule<I, O> {
  readonly verb: `${string}.${string}`;
  readonly subjects: "none" | ((input: I, output: O) => readonly string[]);
  readonly record?: (input: I, output: O) => RecordReference | undefined;
  /** What else the line must tell, such as what an export was narrowed to: ids, days and codes, never a typed text. */
  readonly details?: (input: I) => Readonly<Record<string, string | number | boolean | undefined>>;
  /** Of what may repeat within a visit: what tells one line of the trail from another. Left out: all that was asked. */
  readonly oneLineFor?: (input: I) => string;
}

/** Who may call: a permission, anybody signed in (own account only), or anyone at a limited rate. */
export type Access =
  | { readonly permission: Permission | "signed-in"; readonly rateLimit?: never }
  | { readonly permission: "anyone"; readonly rateLimit: RateLimit };

interface RouteShape<I extends z.ZodType, O extends z.ZodType, E extends string> {
  readonly method: Method;
  /** Below `/api`; parameters in braces: `/sites/{siteId}`. */
  readonly path: `/${string}`;
  readonly summary: string;
  readonly purpose: Purpose;
  readonly audit: AuditRule<z.output<I>, z.output<O>>;
  /** One flat object: path parameters, query and body together. */
  readonly input: I;
  readonly output: O;
  /** Refusals of this route's own, with their HTTP status. */
  readonly errors?: Readonly<Record<E, number>>;
  readonly status?: number;
  /** `upload`: multipart, streamed; at most `uploadBytes`. */
  readonly body?: "json" | "upload";
  readonly uploadBytes?: number;
  /** `events`: server-sent events of `output`; `file`: the handler streams a file. */
  readonly reply?: "json" | "events" | "file";
  /**
   * What it changes holds for moments and is no record of anything: it may be said again and again without a key, and
   * repetitions within one visit are one line of the trail.
   */
  readonly fleeting?: boolean;
  /** Signing and the like: refused without a fresh confirmation of who is at the keyboard. */
  readonly confirmation?: boolean;
}

export type RouteSpecification<
  I extends z.ZodType,
  O extends z.ZodType,
  E extends string,
> = RouteShape<I, O, E> & Access;

export interface Route<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  E extends string = string,
> {
  readonly method: Method;
  readonly path: `/${string}`;
  readonly summary: string;
  readonly purpose: Purpose;
  readonly audit: AuditRule<z.output<I>, z.output<O>>;
  readonly input: I;
  readonly output: O;
  readonly errors: Readonly<Record<E, number>>;
  readonly status: number;
  readonly body: "json" | "upload";
  readonly uploadBytes: number;
  readonly reply: "json" | "events" | "file";
  readonly fleeting: boolean;
  readonly confirmation: boolean;
  readonly permission: Permission | "signed-in" | "anyone";
  readonly rateLimit: RateLimit | undefined;
}

/** Any route, whatever it takes and answers: what the mount, the document and the tests go over. */
export type AnyRoute = Omit<Route, "audit"> & {
  // oxlint-disable-next-line typescript/no-explicit-any -- a rule takes its own input and output; only `any` holds every rule
  readonly audit: AuditRule<any, any>;
};

export type Input<R extends AnyRoute> = z.input<R["input"]>;
export type Parsed<R extends AnyRoute> = z.output<R["input"]>;
export type Output<R extends AnyRoute> = z.output<R["output"]>;

const tenMegabytes = 10_000_000;

/**
 * One act of the API: what it takes and answers, who may do it, why, and what the trail says of it.
 * Leaving out the permission, the audit verb or the output schema does not compile; `anyone` demands
 * a rate limit.
 */
export const route = <I extends z.ZodType, O extends z.ZodType, const E extends string = never>(
  specification: RouteSpecification<I, O, E>,
): Route<I, O, E> => ({
  ...specification,
  errors: specification.errors ?? ({} as Readonly<Record<E, number>>),
  status: specification.status ?? 200,
  body: specification.body ?? "json",
  uploadBytes: specification.uploadBytes ?? tenMegabytes,
  reply: specification.reply ?? "json",
  fleeting: specification.fleeting ?? false,
  confirmation: specification.confirmation ?? false,
  rateLimit: specification.rateLimit,
});

/** True for requests that change something and therefore carry an idempotency key. */
export const changesState = (contract: Pick<AnyRoute, "method">): boolean =>
  contract.method !== "GET";
