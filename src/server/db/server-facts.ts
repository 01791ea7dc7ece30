import type pg from "pg";

/** What an operator should know of the server behind a connection. */
export interface ServerFacts {
  readonly version: string;
  readonly major: number;
  /** What was acknowledged survives a power cut. */
  readonly isDurable: boolean;
  readonly zone: string;
}

export const readServerFacts = async (pool: pg.Pool): Promise<ServerFacts> => {
  const { rows } = await pool.query<ServerFacts>(
    `select current_setting('server_version') as version,
            current_setting('server_version_num')::int / 10000 as major,
            current_setting('fsync') = 'on' as "isDurable", current_setting('timezone') as zone`,
  );
  const [facts] = rows;
  if (facts === undefined) throw new Error("the server says nothing of itself");
  return facts;
};
