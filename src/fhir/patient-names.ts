import { nameSchema } from "#domain/basics/person-name.ts";
import { finding, type Finding } from "#domain/imports/finding.ts";
import type { FhirHumanName } from "#fhir/datatypes.ts";
import { nameFor, partsOfName, wholeName } from "#fhir/people.ts";

const readNames = (
  texts: readonly (string | undefined)[],
  field: string,
): { names: string[]; notes: readonly Finding[] } => {
  const written = texts.flatMap((text) => (text === undefined ? [] : [text]));
  const names = [...new Set(written.flatMap((text) => nameSchema.safeParse(text).data ?? []))];
  const unread = written.filter((text) => !nameSchema.safeParse(text).success);
  const tooMany = names.length > 8 ? [finding("too-many-names", field)] : [];
  const notes = unread.map((text) => finding("name-unreadable", field, text));
  return { names: names.slice(0, 8), notes: [...notes, ...tooMany] };
};

/**
 * The names of a patient by what they are for: the official one is the legal name, the usual one says how somebody is called,
 * what is old or over is a former name.
 */
export const patientNames = (all: readonly FhirHumanName[]) => {
  const living = all.filter(({ period, use }) => use !== "old" && period?.end === undefined);
  const official =
    nameFor(living, ["official", undefined, "usual", "temp"]) ??
    nameFor(all, ["official", undefined, "usual"]);
  const legal = official === undefined ? undefined : partsOfName(official);
  const usual = living.find((name) => name.use === "usual" && name !== official);
  const called = usual === undefined ? undefined : (partsOfName(usual).given ?? usual.text);
  const past = all.filter(
    (name) =>
      name !== official &&
      name !== usual &&
      (name.use === "old" || name.use === "maiden" || name.period?.end !== undefined),
  );
  const former = readNames(past.map(wholeName), "formerNames");
  const nicknames = readNames(
    all
      .filter(({ use }) => use === "nickname")
      .map((name) => wholeName({ ...name, family: undefined })),
    "nicknames",
  );
  return { legal, called: called === legal?.given ? undefined : called, former, nicknames };
};
