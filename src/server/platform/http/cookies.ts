import type { FastifyCookieOptions } from "@fastify/cookie";
import type { FastifyReply } from "fastify";

export const sessionCookie = "stepwell_session";
export const deviceCookie = "stepwell_device";

const deviceDays = 400;

/**
 * What holds for every cookie: over HTTPS alone where this request came so, and where people are known to reach us so, whatever the
 * last hop speaks: a proxy that ends TLS is not always named among the trusted.
 */
export const cookieOptions = (isHttps: boolean): FastifyCookieOptions => ({
  parseOptions: { secure: isHttps ? true : "auto" },
});

/** Both cookies are out of reach of scripts and sent to us alone; Lax, so that a link in a letter finds the session. */
export const setCookie = (
  reply: FastifyReply,
  name: typeof sessionCookie | typeof deviceCookie,
  value: string,
): void => {
  void reply.setCookie(name, value, {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    ...(name === deviceCookie && { maxAge: deviceDays * 86_400 }),
  });
};

export const clearSessionCookie = (reply: FastifyReply): void => {
  void reply.clearCookie(sessionCookie, { path: "/" });
};
