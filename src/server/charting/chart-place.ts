import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { problem } from "#domain/contract/problem.ts";

const placeSchema = z.tuple([civilDateSchema, idSchema]);

/** Where a page of the timeline ended, as the opaque text a screen sends back. */
export const placeText = ({ day, id }: { readonly day: string; readonly id: string }): string =>
  Buffer.from(JSON.stringify([day, id])).toString("base64url");

/** Refuses a text that is no place of ours. */
export const readPlace = (text: string): { day: string; id: string } => {
  try {
    const [day, id] = placeSchema.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
    return { day, id };
  } catch {
    throw problem("invalid-input", { fields: { cursor: { code: "not-a-choice" } } });
  }
};
