import type { FastifyReply } from "fastify";
import type { OpenTransaction } from "#server/db/transaction.ts";
import type { FileAnswer } from "#server/platform/http/on.ts";

/** Streams a file to the browser as a download; the transaction it is read in ends with the stream. */
export const sendFile = (
  reply: FastifyReply,
  file: FileAnswer,
  transaction: OpenTransaction,
): FastifyReply => {
  file.content.once("close", () => void transaction.rollback());
  return reply
    .type(file.type)
    .header("content-disposition", `attachment; filename="${file.name.replace(/[^\w.-]/g, "_")}"`)
    .send(file.content);
};
