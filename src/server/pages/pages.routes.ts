import type { FastifyInstance, FastifyRequest } from "fastify";
import { answerPrepared, prepare } from "#server/pages/answer.routes.ts";
import { serveApiDocument } from "#server/pages/api-document.routes.ts";
import { helpPage } from "#server/pages/help-page.ts";
import { homePage } from "#server/pages/home-page.ts";
import { serveLetters } from "#server/pages/letters.routes.ts";
import {
  openPageServer,
  type PageServer,
  type PagesOptions,
} from "#server/pages/page-server.routes.ts";
import { programPage } from "#server/pages/program-page.ts";
import { programsPage } from "#server/pages/programs-page.ts";
import { openPrograms, type Programs } from "#server/pages/programs.ts";
import { errorPage, notFoundPage } from "#server/pages/refusal-page.ts";
import { asProblem, logUnexpected } from "#server/platform/http/problem-reply.ts";

const servePrograms = ({ app, show, limit }: PageServer, programs: Programs): void => {
  app.get("/", (request, reply) => show(request, reply, homePage));
  app.get("/help", async (request, reply) => {
    // Whatever is broken, the numbers above the programs' own are shown.
    const listed = await programs.list().catch((error: unknown) => {
      logUnexpected(request.log, error, request.id);
      return undefined;
    });
    return show(request, reply, (page) => helpPage(page, listed));
  });
  app.get("/programs", async (request, reply) => {
    limit(request);
    const listed = await programs.list();
    return show(request, reply, (page) => programsPage(page, listed));
  });
  app.get<{ Params: { slug: string } }>("/programs/:slug", async (request, reply) => {
    limit(request);
    const program = await programs.find(request.params.slug);
    return program === undefined
      ? show(request, reply, notFoundPage, 404)
      : show(request, reply, (page) => programPage(page, program));
  });
};

const robots = `User-agent: *
Disallow: /api/
Disallow: /demo/
Disallow: /my
Disallow: /staff
`;

const serveFiles = ({ app, assets }: PageServer): void => {
  for (const { address, type, body } of assets.files) {
    const prepared = prepare(type, body);
    app.get(address, (request, reply) =>
      answerPrepared(request, reply, prepared, "public, max-age=31536000, immutable"),
    );
  }
  const robotsFile = prepare("text/plain; charset=utf-8", robots);
  app.get("/robots.txt", (request, reply) =>
    answerPrepared(request, reply, robotsFile, "public, max-age=3600"),
  );
  app.get("/favicon.ico", (_request, reply) => reply.redirect(assets.icon, 302));
};

const wantsPage = (request: FastifyRequest): boolean =>
  request.headers.accept?.includes("text/html") === true;

const serveRefusals = ({ app, show }: PageServer): void => {
  app.setNotFoundHandler((request, reply) =>
    wantsPage(request)
      ? show(request, reply, notFoundPage, 404)
      : reply
          .code(404)
          .header("cache-control", "no-store")
          .type("text/plain")
          .send("Nothing here.\n"),
  );
  app.setErrorHandler((error, request, reply) => {
    const refusal = asProblem(error);
    if (refusal.code === "internal-error") logUnexpected(request.log, error, request.id);
    const { status } = refusal;
    return status === 404
      ? show(request, reply, notFoundPage, 404)
      : show(request, reply, (page) => errorPage(page, status, request.id), status);
  });
};

/** The public pages, the page of the API, and the not-found page of everything. Call once, after the API is mounted. */
export const registerPages = async (app: FastifyInstance, options: PagesOptions): Promise<void> => {
  await app.register((scope, _options, done) => {
    const server = openPageServer(scope, options);
    serveRefusals(server);
    serveFiles(server);
    servePrograms(server, openPrograms(options.services.pool, options.services.clock));
    serveApiDocument(server);
    if (server.keepsLetters) serveLetters(server);
    done();
  });
};
