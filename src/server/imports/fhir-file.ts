import { createHash } from "node:crypto";
import { z } from "zod";
import { brokenFile } from "#domain/imports/conflict.ts";
import { JsonPieces, type JsonPiece } from "#server/imports/json-pieces.ts";

/** One thing of a file, before anybody looked at what it says. `content` is what stood there, to the letter. */
export interface FileEntry {
  /** Of a table: on which line of the file it begins. Whoever mends the file looks for it there. */
  readonly line?: number;
  readonly phase: 0 | 1 | 2;
  readonly resourceType: string;
  readonly fullUrl: string | null;
  /** `Patient/123`: how others in the file refer to it. */
  readonly typeId: string | null;
  readonly content: string;
  readonly contentSha256: string;
}

/** 0 is only referred to (who pays), 1 are people, 2 is what belongs to people. Every other kind is counted and left. */
const phases: Readonly<Record<string, 0 | 1 | 2>> = {
  Organization: 0,
  Patient: 1,
  RelatedPerson: 2,
  Condition: 2,
  Coverage: 2,
  AllergyIntolerance: 2,
  MedicationRequest: 2,
};

const parsed = (piece: JsonPiece): unknown => {
  try {
    const value: unknown = JSON.parse(piece.text);
    return value;
  } catch {
    throw brokenFile("not-json", piece.line);
  }
};

const resourceShape = z.object({
  resourceType: z.string(),
  id: z.string().optional().catch(undefined),
});
const entryShape = z.object({
  fullUrl: z.string().optional().catch(undefined),
  resource: z.unknown(),
});

/** What says nothing about the person and differs from one export to the next. */
const incidental = new Set(["meta", "text"]);

const canonical = (value: unknown, isOutermost = false): unknown => {
  if (Array.isArray(value)) return value.map((one) => canonical(one));
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value)
    .filter(([name]) => !(isOutermost && incidental.has(name)))
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  // Pairs, not an object: `__proto__` is a key like any other.
  return fields.map(([name, inner]) => [name, canonical(inner)]);
};

export const sha256 = (text: string | Uint8Array): string =>
  createHash("sha256").update(text).digest("hex");

/** The same for the same facts, however they are spaced and ordered. */
const hashOf = (resource: unknown): string => sha256(JSON.stringify(canonical(resource, true)));

const knownName = /^[A-Z][A-Za-z]{1,60}$/;

/** The resource of a piece as it was received: the piece itself, or what an entry of a Bundle holds. */
export const resourceIn = (piece: unknown): unknown => {
  if (resourceShape.safeParse(piece).success) return piece;
  return entryShape.safeParse(piece).data?.resource;
};

const entryOf = (piece: JsonPiece, count: (kind: string) => void): FileEntry | undefined => {
  const value = parsed(piece);
  const resource = resourceShape.safeParse(resourceIn(value)).data;
  if (resource === undefined) {
    if (piece.kind === "value" && !Array.isArray(value)) throw brokenFile("not-fhir", piece.line);
    if (piece.kind === "member") count("(none)");
    return undefined;
  }
  const { resourceType, id } = resource;
  if (piece.kind === "value" && resourceType === "Bundle") return undefined;
  const phase = Object.hasOwn(phases, resourceType) ? phases[resourceType] : undefined;
  if (phase === undefined || phase === 0)
    count(knownName.test(resourceType) ? resourceType : "(unknown)");
  if (phase === undefined) return undefined;
  const fullUrl = entryShape.safeParse(value).data?.fullUrl ?? null;
  return {
    phase,
    resourceType,
    fullUrl: fullUrl === null || fullUrl.length > 1000 ? null : fullUrl,
    typeId: id === undefined || id === "" || id.length > 200 ? null : `${resourceType}/${id}`,
    content: piece.text,
    contentSha256: hashOf(resourceIn(value)),
  };
};

/** The entries of a Bundle, of NDJSON or of a single resource, one at a time; kinds that are not taken are counted. */
export async function* fhirEntries(
  text: AsyncIterable<string>,
  count: (kind: string) => void,
): AsyncGenerator<FileEntry> {
  const pieces = new JsonPieces();
  for await (const chunk of text) {
    for (const piece of pieces.next(chunk)) {
      const entry = entryOf(piece, count);
      if (entry !== undefined) yield entry;
    }
  }
  pieces.end();
}
