export type BackupRefusal =
  | "file-exists"
  | "not-a-backup"
  | "damaged"
  | "wrong-secret"
  | "weak-secret"
  | "newer-format"
  | "no-schema"
  | "schema-changed"
  | "migrations-differ"
  | "not-empty"
  | "in-use"
  | "server-unfit"
  | "not-equal";

/** A backup that was not made or not restored, and why; the message is for the terminal. Nothing was changed. */
export class BackupRefused extends Error {
  override readonly name = "BackupRefused";
  readonly code: BackupRefusal;

  constructor(code: BackupRefusal, message: string) {
    super(message);
    this.code = code;
  }
}

export const damaged = (where: string): BackupRefused =>
  new BackupRefused(
    "damaged",
    `The file is damaged or was cut off: ${where}. Nothing was taken from it; use another backup.`,
  );
