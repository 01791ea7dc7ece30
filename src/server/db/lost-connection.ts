const lostOnTheWay = new Set(["ECONNRESET", "ECONNREFUSED", "EPIPE"]);

/**
 * True where the connection to the database was lost or could not be had, and nothing is wrong with what was asked. Whether
 * a statement on its way was carried out is not known. Codes: PostgreSQL's classes 08 (connection) and 57P0 (ended by an
 * operator or a crash), those of the socket, and the words of the driver, which has no code for them.
 */
export const isLostConnection = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? error.code : undefined;
  if (typeof code === "string") return /^(08|57P0)/.test(code) || lostOnTheWay.has(code);
  return /^Connection terminated|connection error and is not queryable/.test(error.message);
};
