import type { FastifyReply } from "fastify";
import type { OpenTransaction } from "#server/db/transaction.ts";
import type { FileAnswer } from "#server/platform/http/on.ts";

const longestStandstillMs = 20_000;

/** Streams a file to the browser as a download; the transaction it is read in ends with the stream. */
export const sendFile = (
  reply: FastifyReply,
  file: FileAnswer,
  transaction: OpenTransaction,
): FastifyReply => {
  file.content.once("close", () => void transaction.rollback());
  // A reader that takes nothing for so long holds a connection for nothing.
  reply.raw.setTimeout(longestStandstillMs, () => file.content.destroy());
  return reply
    .type(file.type)
    .header("content-disposition", `attachment; filename="${file.name.replace(/[^\w.-]/g, "_")}"`)
    .send(file.content);
};
