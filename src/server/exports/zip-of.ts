import { PassThrough, Readable } from "node:stream";

export interface ZippedFile {
  readonly name: string;
  portions(): AsyncIterable<Uint8Array>;
}

const privateFile = 0o100600;

async function* zipped(files: readonly ZippedFile[], at: string): AsyncGenerator<Uint8Array> {
  const { ZipFile } = await import("yazl");
  const zip = new ZipFile();
  const output = new PassThrough();
  const options = { mtime: new Date(at), mode: privateFile };
  for (const { name, portions } of files)
    zip.addReadStreamLazy(name, options, (give) => {
      const source = Readable.from(portions());
      source.once("error", (error) => output.destroy(error));
      give(null, source);
    });
  zip.once("error", (error: Error) => output.destroy(error));
  zip.outputStream.pipe(output);
  zip.end();
  yield* output;
}

/**
 * Files as one .zip, made while it is read: whatever their size, little of them is in memory. What fails on the way breaks
 * the stream, so that half an archive is never taken for a whole one.
 */
export const zipOf = (files: readonly ZippedFile[], at: string): Readable =>
  Readable.from(zipped(files, at));
