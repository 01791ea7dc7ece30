import type { FastifyReply, FastifyRequest } from "fastify";
import { openApiDocument } from "#domain/contract/openapi.ts";
import { answerPrepared, prepare, type Prepared } from "#server/pages/answer.routes.ts";
import { apiPage } from "#server/pages/api-page.ts";
import { frame } from "#server/pages/frame.ts";
import type { PageServer } from "#server/pages/page-server.routes.ts";

const askEachTime = "no-cache";

/** The API says `no-store` of everything below it; these two hold nobody's data and may be kept. */
const mayBeKept = {
  onSend: async (_request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (reply.statusCode < 400) void reply.header("cache-control", askEachTime);
    return Promise.resolve();
  },
};

/** `/api/openapi.json` for machines and `/api/docs` for people. Both are made at the first request and kept. */
export const serveApiDocument = ({ app, assets, options, pageOf }: PageServer): void => {
  const { contracts, version } = options;
  let made: Record<string, unknown> | undefined;
  const document = () => (made ??= openApiDocument(contracts, { title: "Stepwell", version }));
  const kept = new Map<string, Prepared>();
  const once = (key: string, make: () => Prepared): Prepared => {
    const prepared = kept.get(key) ?? make();
    kept.set(key, prepared);
    return prepared;
  };
  app.get("/api/openapi.json", mayBeKept, (request, reply) => {
    const type = "application/json; charset=utf-8";
    const prepared = once("document", () => prepare(type, JSON.stringify(document(), null, 2)));
    return answerPrepared(request, reply, prepared, askEachTime);
  });
  app.get("/api/docs", mayBeKept, (request, reply) => {
    const page = pageOf(request, reply);
    const prepared = once(`${page.locale} ${page.to("/")}`, () =>
      prepare(
        "text/html; charset=utf-8",
        frame(page, apiPage(page, document(), assets.findAct), assets),
      ),
    );
    return answerPrepared(request, reply, prepared, askEachTime);
  });
};
