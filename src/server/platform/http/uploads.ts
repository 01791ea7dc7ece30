import type { FastifyRequest } from "fastify";
import { problem } from "#domain/contract/problem.ts";
import type { UploadedFile } from "#server/platform/http/on.ts";

async function* limited(
  file: AsyncIterable<Uint8Array>,
  isCut: () => boolean,
): AsyncIterable<Uint8Array> {
  for await (const chunk of file) yield chunk;
  // Past its limit the parser ends the stream without an error (`buildServer` asks it to); without this look a cut file would count as whole.
  if (isCut()) throw problem("too-large");
}

// A field is gathered in memory, and a thousand of a megabyte each could come: one of a few bytes is enough to refuse.
const hardlyAnyField = { fields: 1, fieldSize: 100 } as const;

/** The one file of a multipart request, streamed; at most `most` bytes. Whatever else stands before it is refused. */
export const oneUpload = async (request: FastifyRequest, most: number): Promise<UploadedFile> => {
  if (!request.isMultipart()) throw problem("wrong-media-type");
  let isAlone = true;
  const limits = { ...hardlyAnyField, fileSize: most, files: 1 };
  for await (const part of request.parts({ limits })) {
    if (part.type === "file" && isAlone)
      return {
        name: part.filename,
        type: part.mimetype,
        bytes: limited(part.file, () => part.file.truncated),
      };
    isAlone = false;
    // Read to its end and thrown away: whoever sends hears the refusal only then.
    if (part.type === "file") part.file.resume();
  }
  throw problem("invalid-input", { fields: { file: { code: "missing" } } });
};

/** The bytes of a file that is small by its contract, such as an answer to another. */
export const wholeUpload = async ({ bytes }: Pick<UploadedFile, "bytes">): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
};
