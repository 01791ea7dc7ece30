import type { FastifyReply, FastifyRequest } from "fastify";

export const sessionCookie = "stepwell_session";
export const deviceCookie = "stepwell_device";

const deviceDays = 400;

/** Both cookies are out of reach of scripts and sent to us alone; Lax, so that a link in a letter finds the session. */
export const setCookie = (
  request: FastifyRequest,
  reply: FastifyReply,
  name: typeof sessionCookie | typeof deviceCookie,
  value: string,
): void => {
  void reply.setCookie(name, value, {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: request.protocol === "https",
    ...(name === deviceCookie && { maxAge: deviceDays * 86_400 }),
  });
};

export const clearSessionCookie = (reply: FastifyReply): void => {
  void reply.clearCookie(sessionCookie, { path: "/" });
};
