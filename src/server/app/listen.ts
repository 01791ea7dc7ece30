import type { FastifyInstance } from "fastify";
import { SettingsRefused, type Settings } from "#server/app/settings.ts";

const firstPort = 3000;
const lastPort = 3099;

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code;

/** Why no port can be opened, where it is not that somebody else has it; undefined for an error of another kind. */
const refusalOf = (error: unknown, host: string, port: number): SettingsRefused | undefined => {
  switch (codeOf(error)) {
    case "EACCES":
      return new SettingsRefused(
        `This user may not open port ${port}. Set PORT to one from 1024 on, and let a proxy in front have the other.`,
      );
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return new SettingsRefused(
        `HOST is ${host}, which is no address of this machine. 0.0.0.0 means all it has.`,
      );
    default:
      return undefined;
  }
};

const originOf = (host: string, port: number): string => {
  const shown = host === "0.0.0.0" || host === "::" ? "localhost" : host;
  return `http://${shown.includes(":") ? `[${shown}]` : shown}:${port}`;
};

/**
 * Listens on the port that was set, or on the first free one from 3000 on. A set port that is taken is refused:
 * whoever set it counts on it.
 */
export const listen = async (
  app: FastifyInstance,
  settings: Pick<Settings, "port" | "host">,
  say: (line: string) => void,
): Promise<{ readonly origin: string; readonly port: number }> => {
  const { host } = settings;
  const from = settings.port ?? firstPort;
  const to = settings.port ?? lastPort;
  for (let port = from; port <= to; port++) {
    try {
      await app.listen({ host, port });
      const address = app.server.address();
      const bound = typeof address === "object" && address !== null ? address.port : port;
      return { origin: originOf(host, bound), port: bound };
    } catch (error) {
      if (codeOf(error) !== "EADDRINUSE") throw refusalOf(error, host, port) ?? error;
      if (settings.port !== undefined)
        throw new SettingsRefused(
          `Port ${port} is taken. Free it, or set PORT to another one, or leave PORT out for the next free one.`,
        );
      say(`Port ${port} is taken, trying ${port + 1}`);
    }
  }
  throw new SettingsRefused(`Every port from ${firstPort} to ${lastPort} is taken. Set PORT.`);
};
