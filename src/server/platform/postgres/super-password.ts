import { join } from "node:path";
import { superuser } from "./data-folder.ts";
import type { Location } from "./location.ts";
import { runProgram } from "./run-program.ts";

/** Whether PostgreSQL refused the password (28P01). */
export const isWrongPassword = (error: unknown): boolean => {
  return error instanceof Error && "code" in error && error.code === "28P01";
};

/**
 * Sets the superuser's password while PostgreSQL is stopped, which needs no password but the right to
 * the files. The password is made of letters, digits, - and _.
 */
export const setSuperPassword = async (location: Location, password: string): Promise<void> => {
  const statement = `alter role ${superuser} password '${password}'\n`;
  const args = ["--single", "-D", location.dataDir, "postgres"];
  await runProgram(join(location.binDir, "postgres"), args, location.user, { input: statement });
};
