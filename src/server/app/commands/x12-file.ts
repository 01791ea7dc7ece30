import { closeSync, openSync, readSync } from "node:fs";
import { CommandFailed } from "#server/app/commands/command.ts";
import { fileTrouble } from "#server/platform/file-trouble.ts";

/** 0: nothing is wrong; 1: it was read, and something is wrong; 2: it is no X12, or cannot be read. */
export const x12ExitCodes = { wrong: 1, notX12: 2 } as const;

const chunkSize = 256 * 1024;

/** The bytes of a file piece by piece, so that its size does not matter. */
function* bytesOf(file: string): Generator<Uint8Array> {
  const handle = openSync(file, "r");
  try {
    for (;;) {
      const chunk = new Uint8Array(chunkSize);
      const length = readSync(handle, chunk, 0, chunkSize, null);
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(handle);
  }
}

/** Does something with the bytes of a file; what cannot be read is said in a sentence. */
export const withBytesOf = <Result>(
  file: string,
  act: (bytes: Iterable<Uint8Array>) => Result,
): Result => {
  try {
    return act(bytesOf(file));
  } catch (error) {
    throw new CommandFailed(`${file} cannot be read: ${fileTrouble(error)}.`, x12ExitCodes.notX12);
  }
};
