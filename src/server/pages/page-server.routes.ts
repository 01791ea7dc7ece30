import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { AnyRoute } from "#domain/contract/route.ts";
import { answerPage } from "#server/pages/answer.routes.ts";
import { loadAssets, type Assets } from "#server/pages/assets.ts";
import { frame, type PageContent } from "#server/pages/frame.ts";
import type { Page } from "#server/pages/page.ts";
import { openPage } from "#server/pages/reader.routes.ts";
import { networkOf } from "#server/platform/http/network-of.ts";
import type { HttpServices } from "#server/platform/http/request-context.ts";

export interface PagesOptions {
  readonly services: Pick<HttpServices, "pool" | "clock" | "limiter">;
  /** The contracts of every mounted route: `/api/docs` is made from them. */
  readonly contracts: readonly AnyRoute[];
  readonly isDemo: boolean;
  /** True where anybody who reaches this server may read every caught letter, at `/demo/mail`. */
  readonly showsLetters: boolean;
  /** Where people reach this installation: `https://care.example`. Letters' links of this origin can be followed. */
  publicUrl(): string;
  readonly version: string;
}

/** What the routes of the pages share. */
export interface PageServer {
  readonly app: FastifyInstance;
  readonly options: PagesOptions;
  readonly assets: Assets;
  readonly keepsLetters: boolean;
  pageOf(request: FastifyRequest, reply: FastifyReply): Page;
  show(
    request: FastifyRequest,
    reply: FastifyReply,
    content: (page: Page) => PageContent,
    status?: number,
  ): FastifyReply;
  limit(request: FastifyRequest): void;
}

const forAMinute = { limit: 300, seconds: 60 } as const;

/** Reads the files of the pages and ties them to one scope of the server. */
export const openPageServer = (app: FastifyInstance, options: PagesOptions): PageServer => {
  const assets = loadAssets();
  const keepsLetters = options.showsLetters;
  const reader = { isDemo: options.isDemo, keepsLetters, version: options.version };
  const pageOf = (request: FastifyRequest, reply: FastifyReply) => openPage(request, reply, reader);
  return {
    app,
    options,
    assets,
    keepsLetters,
    pageOf,
    show(request, reply, content, status) {
      const page = pageOf(request, reply);
      return answerPage(request, reply, frame(page, content(page), assets), status);
    },
    limit(request) {
      const { limiter, clock } = options.services;
      limiter.check(`${networkOf(request.ip)} pages`, forAMinute, clock.now().epochMilliseconds);
    },
  };
};
