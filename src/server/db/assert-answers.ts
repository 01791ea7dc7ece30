import pg from "pg";
import { z } from "zod";

/** A database of an operator that lets us in neither now nor, perhaps, ever; the message is for a terminal and holds no password. */
export class DatabaseUnreachable extends Error {}

const patienceMs = 10_000;

/** By the code of the socket, or SQLSTATE of PostgreSQL: why nobody could be asked, and what to look at. */
const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nobody listens there. See that its PostgreSQL runs, and where.",
  ENOENT: "there is no such socket. See that its PostgreSQL runs, and where.",
  ENOTFOUND: "there is no such host.",
  EAI_AGAIN: "the name of the host cannot be looked up just now.",
  ETIMEDOUT: "it does not answer.",
  EHOSTUNREACH: "no way leads there.",
  ENETUNREACH: "no way leads there.",
  ECONNRESET: "it ended the connection. See what its log says.",
  "28P01": "it refuses the name of the role or the password.",
  "28000": "it does not let this role in. See its pg_hba.conf.",
  "3D000": "it has no database of this name.",
  "42501": "this role lacks a right there. See what its log says.",
  "53300": "it has no connection left.",
  "57P03": "it is starting or stopping. Try again in a moment.",
};

const coded = z.object({ code: z.string() });

/** Where an address leads, without the password in it. */
const placeOf = (url: string): string => {
  const { host, port, database } = new pg.Client({ connectionString: url });
  return `${host}:${port}/${database ?? ""}`;
};

/** Why the database of a setting cannot be used, in a sentence that holds no password; undefined for any other error. */
export const unreachable = (
  setting: "DATABASE_URL" | "DATABASE_OWNER_URL",
  url: string,
  error: unknown,
): DatabaseUnreachable | undefined => {
  const { data } = coded.safeParse(error);
  const isSlow = error instanceof Error && error.message === "timeout expired";
  const reason = reasons[isSlow ? "ETIMEDOUT" : (data?.code ?? "")];
  if (reason === undefined) return undefined;
  return new DatabaseUnreachable(
    `The database of ${setting} (${placeOf(url)}) cannot be used: ${reason}`,
  );
};

/** Refuses, in a sentence, an address at which no database lets us in. */
export const assertAnswers = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: patienceMs });
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    throw unreachable("DATABASE_URL", url, error) ?? error;
  } finally {
    await client.end().catch(() => {});
  }
};
