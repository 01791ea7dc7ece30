import type { FastifyRequest } from "fastify";
import { problem } from "#domain/contract/problem.ts";
import type { UploadedFile } from "#server/platform/http/on.ts";

async function* limited(
  file: AsyncIterable<Uint8Array>,
  isCut: () => boolean,
): AsyncIterable<Uint8Array> {
  for await (const chunk of file) yield chunk;
  // Past its limit the parser silently ends the stream; without this look a cut file would count as whole.
  if (isCut()) throw problem("too-large");
}

/** The one file of a multipart request, streamed; at most `most` bytes. */
export const oneUpload = async (request: FastifyRequest, most: number): Promise<UploadedFile> => {
  if (!request.isMultipart()) throw problem("wrong-media-type");
  const part = await request.file({
    limits: { fileSize: most, files: 1 },
    throwFileSizeLimit: false,
  });
  if (part === undefined) throw problem("invalid-input", { fields: { file: { code: "missing" } } });
  return {
    name: part.filename,
    type: part.mimetype,
    bytes: limited(part.file, () => part.file.truncated),
  };
};
