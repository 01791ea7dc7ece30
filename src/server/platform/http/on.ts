import type { Readable } from "node:stream";
import type { z } from "zod";
import type { AnyRoute, Output, Parsed } from "#domain/contract/route.ts";
import type { AuditEvent } from "#server/platform/audit/audit-event.ts";
import type { Session } from "#server/platform/session.ts";
import type { OpenWork, Work } from "#server/platform/work.ts";

/** What a handler may know and do of HTTP: little, and nothing that a test would have to fake. */
export interface HttpSide {
  readonly address: string;
  /** The browser and system in a few words, for the list of a person's own sessions. */
  readonly device: string;
  readonly deviceToken: string | undefined;
  readonly sessionToken: string | undefined;
  /** The draft whose words this request sends, as its device says. */
  readonly draftId: string | undefined;
  setSessionCookie(token: string): void;
  clearSessionCookie(): void;
  setDeviceCookie(token: string): void;
}

export interface UploadedFile {
  readonly name: string;
  readonly type: string;
  /** The bytes as they arrive; ends with a `too-large` problem past the contract's limit. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

export interface SignedInRequest<R extends AnyRoute> {
  readonly input: Parsed<R>;
  readonly work: Work;
  readonly session: Session;
  readonly http: HttpSide;
  /** Names in the trail those acted on whom the answer does not show, because whoever asks does not see them. */
  concerns(patientIds: Iterable<string>): void;
}

export interface OpenRequest<R extends AnyRoute> {
  readonly input: Parsed<R>;
  readonly work: OpenWork;
  readonly http: HttpSide;
  /** Adds a line to the trail of an organization that became known on the way. */
  witness(
    event: Pick<AuditEvent, "organizationId" | "accountId" | "actorName" | "outcome"> &
      Partial<Pick<AuditEvent, "sessionId" | "details" | "actorKind">>,
  ): void;
}

type Answer<R extends AnyRoute> = z.input<R["output"]>;

export interface FileAnswer {
  readonly name: string;
  readonly type: string;
  readonly content: Readable;
  /** The download itself changed something, which is kept before a byte leaves; its content is read already. */
  readonly isKept?: true;
}

export type MountedRoute = { readonly contract: AnyRoute } & (
  | {
      readonly kind: "signed-in";
      handle(request: SignedInRequest<AnyRoute>): unknown;
    }
  | { readonly kind: "open"; handle(request: OpenRequest<AnyRoute>): unknown }
  | {
      readonly kind: "upload";
      handle(request: SignedInRequest<AnyRoute> & { file: UploadedFile }): unknown;
    }
  | { readonly kind: "file"; handle(request: SignedInRequest<AnyRoute>): Promise<FileAnswer> }
  | {
      readonly kind: "events";
      subscribe(
        request: { readonly input: unknown; readonly session: Session },
        send: (event: unknown) => void,
      ): () => void;
    }
);

type Handler<Request, R extends AnyRoute> = (request: Request) => Promise<Answer<R>> | Answer<R>;

/** Ties a contract to its service for somebody signed in. */
export const on = <R extends AnyRoute>(
  contract: R,
  handle: Handler<SignedInRequest<R>, R>,
): MountedRoute => ({
  contract,
  kind: "signed-in",
  handle: (request) => handle(request),
});

/** Ties a contract with `permission: 'anyone'` to its service. */
export const onOpen = <R extends AnyRoute>(
  contract: R,
  handle: Handler<OpenRequest<R>, R>,
): MountedRoute => ({
  contract,
  kind: "open",
  handle: (request) => handle(request),
});

/** Ties a contract with `body: 'upload'` to its service; the one file is streamed. */
export const onUpload = <R extends AnyRoute>(
  contract: R,
  handle: Handler<SignedInRequest<R> & { file: UploadedFile }, R>,
): MountedRoute => ({
  contract,
  kind: "upload",
  handle: (request) => handle(request as SignedInRequest<R> & { file: UploadedFile }),
});

/** Ties a contract with `reply: 'file'` to its service; the content is streamed inside the transaction. */
export const onFile = <R extends AnyRoute>(
  contract: R,
  handle: (request: SignedInRequest<R>) => Promise<FileAnswer>,
): MountedRoute => ({
  contract,
  kind: "file",
  handle: (request) => handle(request),
});

/** Ties a contract with `reply: 'events'` to a subscription; answers how to end it. */
export const onEvents = <R extends AnyRoute>(
  contract: R,
  subscribe: (
    request: { readonly input: Parsed<R>; readonly session: Session },
    send: (event: Output<R>) => void,
  ) => () => void,
): MountedRoute => ({
  contract,
  kind: "events",
  subscribe: (request, send) =>
    subscribe({ input: request.input as Parsed<R>, session: request.session }, send),
});
