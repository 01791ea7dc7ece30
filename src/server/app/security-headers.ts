import helmet from "@fastify/helmet";
import Fastify from "fastify";

/**
 * Nothing here looks, listens, asks where somebody is, or reaches for a device; not even a script of somebody else's could.
 * Only what browsers know by this header: of a word that they do not, each page complains in its console. Bluetooth is such a
 * word, and it is asked for by somebody's own press alone.
 */
const never = ["camera", "microphone", "geolocation", "payment", "usb", "serial"];
const permissionsPolicy = never.map((power) => `${power}=()`).join(", ");

/** Nothing from elsewhere is loaded, nobody frames us, and no page learns where its reader came from. */
const contentSecurity = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      // React and the kit set sizes and positions on elements; no sheet comes in that way.
      styleSrcAttr: ["'unsafe-inline'"],
      imgSrc: ["'self'", "data:"],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      workerSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  xFrameOptions: { action: "deny" },
  referrerPolicy: { policy: "same-origin" },
  strictTransportSecurity: { maxAge: 31_536_000 },
} as const;

/** The security headers of every answer. They never change, so helmet is asked once and not on every request. */
export const securityHeaders = async (): Promise<Readonly<Record<string, string>>> => {
  const probe = Fastify();
  await probe.register(helmet, contentSecurity);
  const headers: Record<string, string> = { "permissions-policy": permissionsPolicy };
  probe.get("/", (_request, reply) => {
    for (const [name, value] of Object.entries(reply.getHeaders())) headers[name] = String(value);
    return "";
  });
  await probe.inject("/");
  await probe.close();
  return headers;
};
