import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { problem } from "#domain/contract/problem.ts";

/** The last row of a page in a list ordered by civil date, then id. */
interface DayPlace {
  readonly day: string;
  readonly id: string;
}

const placeSchema = z.tuple([civilDateSchema, idSchema]);

export const writeDayCursor = ({ day, id }: DayPlace): string =>
  Buffer.from(JSON.stringify([day, id])).toString("base64url");

/** Throws `invalid-input` for a text that is no cursor of ours. */
export const readDayCursor = (cursor: string): DayPlace => {
  try {
    const [day, id] = placeSchema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
    return { day, id };
  } catch {
    throw problem("invalid-input", { fields: { cursor: { code: "not-a-choice" } } });
  }
};
