/** Where a running PostgreSQL of ours is found, and the passwords to enter it, as connection URLs. */
export interface PostgresAddress {
  /** Major version, for example 18. */
  readonly version: number;
  /** The data folder itself, named by the major version. */
  readonly dataDir: string;
  readonly socketDir: string;
  /** Process id of the postmaster. */
  readonly pid: number;
  /** URL for `stepwell_owner`, which owns the database and migrates it. */
  ownerUrl(database: string): string;
  /** URL for `stepwell_app`, which serves requests and is bound by row-level security. */
  appUrl(database: string): string;
  /** URL for the superuser: makes databases in tests, never used to serve. */
  superUrl(database: string): string;
}

/** A PostgreSQL that this process started and has to stop. */
export interface EmbeddedPostgres extends PostgresAddress {
  /** Resolves when the postmaster is gone, whether asked to stop or not. */
  readonly exited: Promise<void>;
  /** True when the data folder was made in this very start. */
  readonly initializedNow: boolean;
  stop(): Promise<void>;
}

/** The database every installation keeps its data in. */
export const databaseName = "stepwell";
