import type { Draft } from "#domain/drafts/draft.ts";

const mostWords = 3;
const mostCharacters = 60;
const code = /^[0-9a-f]{8}-[0-9a-f-]{27}$|^\d{4}-\d\d-\d\d$/;

/** A few of the words that were typed, so that their writer knows them again. Ids and days say nothing by themselves. */
export const typedWords = ({ fields }: Pick<Draft, "fields">): readonly string[] =>
  Object.values(fields)
    .flatMap(({ word }) => (typeof word?.now === "string" ? [word.now.trim()] : []))
    .filter((text) => text !== "" && !code.test(text))
    .slice(0, mostWords)
    .map((text) => (text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text));
