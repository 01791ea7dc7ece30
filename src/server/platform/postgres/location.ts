import { join } from "node:path";
import { databaseUser, type DatabaseUser } from "./database-user.ts";
import { findPrograms } from "./postgres-programs.ts";
import { placeForData, placeForPrograms, possiblePlaces } from "./reachable-place.ts";

/** Which programs run as whom on which folder. */
export interface Location {
  readonly binDir: string;
  readonly version: number;
  readonly user: DatabaseUser;
  /** Holds the data folder, the passwords and the log. */
  readonly folder: string;
  readonly dataDir: string;
  readonly logFile: string;
}

/** Decides where the PostgreSQL of an installation lives on this machine; makes the folder when it is not there. */
export const locate = (installation: string, binDir?: string): Location => {
  const programs = findPrograms(binDir);
  const name = `pg${programs.version}`;
  const user = databaseUser(possiblePlaces(installation).map((place) => join(place, name)));
  const folder = placeForData(installation, user);
  return {
    binDir: placeForPrograms(programs, user),
    version: programs.version,
    user,
    folder,
    dataDir: join(folder, name),
    logFile: join(folder, `${name}.log`),
  };
};
