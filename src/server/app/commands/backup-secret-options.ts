import { readFileSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import type { Command } from "commander";
import { CommandFailed } from "#server/app/commands/command.ts";
import {
  passphraseSecret,
  readKeyFile,
  type BackupSecret,
} from "#server/platform/backup/backup-secret.ts";

export interface SecretOptions {
  readonly keyFile?: string;
  readonly passphraseStdin?: boolean;
}

export const withSecret = (command: Command): Command =>
  command
    .option(
      "--key-file <key>",
      "the key file (see: stepwell backup key); else a passphrase is asked for",
    )
    .option("--passphrase-stdin", "read the passphrase from standard input");

/** Asks at the terminal without showing what is typed. */
const askHidden = async (question: string): Promise<string> => {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  // First the terminal stops echoing, then it asks: who types ahead is not shown either.
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  process.stderr.write(question);
  try {
    return await terminal.question("");
  } finally {
    terminal.close();
    process.stderr.write("\n");
  }
};

const readStdin = (): string => readFileSync(0, "utf8").replace(/\r?\n$/, "");

const ask = async (isNew: boolean): Promise<string> => {
  if (!process.stdin.isTTY)
    throw new CommandFailed(
      "Say how the backup is sealed: --key-file FILE, or --passphrase-stdin.",
      2,
    );
  const passphrase = await askHidden("Passphrase of the backup: ");
  if (isNew && (await askHidden("Once more: ")) !== passphrase)
    throw new CommandFailed("The two passphrases differ.", 2);
  return passphrase;
};

/** The secret of a backup as the options name it. A new one is typed twice: nobody could open what a slip has sealed. */
export const secretOf = async (
  options: SecretOptions,
  { isNew }: { readonly isNew: boolean },
): Promise<BackupSecret> => {
  if (options.keyFile !== undefined) return readKeyFile(options.keyFile);
  return passphraseSecret(options.passphraseStdin === true ? readStdin() : await ask(isNew));
};
