import { randomBytes } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const passwordsSchema = z.object({ super: z.string(), owner: z.string(), app: z.string() });

/** The passwords of the three roles; random, made once per data folder, nobody has to know them. */
export type Passwords = z.infer<typeof passwordsSchema>;

/** The passwords kept in `folder`, in a file only this user can read; made when there are none yet. */
export const keptPasswords = (folder: string): Passwords => {
  return findPasswords(folder) ?? makePasswords(folder);
};

/** The passwords kept in `folder`; undefined when the file is not there or cannot be understood. */
export const findPasswords = (folder: string): Passwords | undefined => {
  try {
    return passwordsSchema.parse(JSON.parse(readFileSync(fileIn(folder), "utf8")));
  } catch {
    return undefined;
  }
};

const makePasswords = (folder: string): Passwords => {
  const password = () => randomBytes(24).toString("base64url");
  const made = { super: password(), owner: password(), app: password() };
  const unfinished = `${fileIn(folder)}.${process.pid}`;
  writeFileSync(unfinished, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  renameSync(unfinished, fileIn(folder));
  return made;
};

const fileIn = (folder: string): string => {
  return join(folder, "secrets.json");
};
