import { Readable } from "node:stream";
import yazl from "yazl";

export interface ZippedFile {
  readonly name: string;
  portions(): AsyncIterable<Uint8Array>;
}

const privateFile = 0o100600;

/**
 * Files as one .zip, made while it is read: whatever their size, little of them is in memory. What fails on the way breaks
 * the stream, so that half an archive is never taken for a whole one.
 */
export const zipOf = (files: readonly ZippedFile[], at: string): Readable => {
  const zip = new yazl.ZipFile();
  const options = { mtime: new Date(at), mode: privateFile };
  const output = Readable.from(zip.outputStream);
  for (const { name, portions } of files)
    zip.addReadStreamLazy(name, options, (give) => {
      const source = Readable.from(portions());
      source.once("error", (error) => output.destroy(error));
      give(null, source);
    });
  zip.once("error", (error: Error) => output.destroy(error));
  zip.end();
  return output;
};
