import type { FastifyReply, FastifyRequest } from "fastify";
import { notFound } from "#domain/contract/problem.ts";
import { problemBody } from "#server/platform/http/problem-reply.ts";

const isDecodable = (address: string): boolean => {
  try {
    decodeURIComponent(address);
    return true;
  } catch {
    return false;
  }
};

/** The same address with its broken signs taken as they stand: a link that a letter cut off ends in half a sign. */
export const asItStands = (address: string): string => {
  const mended = address.replaceAll(/%(?![\da-f]{2})/gi, "%25");
  return isDecodable(mended) ? mended : address.replaceAll("%", "%25");
};

const isOfAnApp = (address: string): boolean => /^\/(?:staff|my)\//.test(address);

/**
 * Answers an address that cannot be decoded: whoever reads a page is led to the screen, which says what is the matter with its
 * link; everybody else is told that it names nothing.
 */
export const answerUndecodable = (request: FastifyRequest, reply: FastifyReply): void => {
  const { url, headers, id } = request;
  if (isOfAnApp(url) && headers.accept?.includes("text/html") === true)
    void reply.redirect(asItStands(url), 303);
  else
    void reply
      .code(404)
      .type("application/problem+json")
      .send(JSON.stringify(problemBody(notFound(), id)));
};
