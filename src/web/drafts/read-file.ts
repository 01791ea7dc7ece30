import type { DraftFile } from "#web/drafts/draft-file.ts";

type Shape = Readonly<Record<string, unknown>>;

const isShape = (value: unknown): value is Shape =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isText = (value: unknown): boolean => typeof value === "string";
const isTextOrNull = (value: unknown): boolean => value === null || isText(value);

const isWordOrNull = (value: unknown): boolean =>
  value === null || (isShape(value) && "now" in value && "was" in value);

const isPatchOrNull = (value: unknown): boolean =>
  value === null ||
  (isShape(value) &&
    isText(value["id"]) &&
    isWordOrNull(value["word"]) &&
    Number.isInteger(value["baseRevision"]) &&
    isTextOrNull(value["follows"]) &&
    typeof value["isTried"] === "boolean" &&
    (value["settles"] === undefined ||
      (Array.isArray(value["settles"]) && value["settles"].every(isText))));

const isField = (value: unknown): boolean =>
  isShape(value) &&
  isWordOrNull(value["word"]) &&
  isText(value["at"]) &&
  Number.isInteger(value["revision"]) &&
  isTextOrNull(value["said"]) &&
  isPatchOrNull(value["waiting"]);

const isPlace = (value: unknown): boolean =>
  isShape(value) &&
  isText(value["route"]) &&
  isText(value["form"]) &&
  isTextOrNull(value["recordId"]) &&
  isText(value["place"]);

/**
 * True for a draft as this version writes them. What lies in the vault may be of an older version; it is checked by hand, since
 * the schemas of the API stay on the server.
 */
export const isDraftFile = (value: unknown): value is DraftFile =>
  isShape(value) &&
  isText(value["id"]) &&
  isPlace(value["place"]) &&
  isShape(value["fields"]) &&
  Object.values(value["fields"]).every(isField);
