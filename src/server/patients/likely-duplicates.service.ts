import { phoneSchema } from "#domain/basics/phone.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { conflict } from "#domain/patients/conflict.ts";
import {
  isLikelySame,
  isWorthALook,
  type DuplicateReason,
  type LikelyDuplicate,
} from "#domain/patients/duplicate.ts";
import { likeNamesOf } from "#domain/patients/like-names.ts";
import type * as api from "#domain/patients/patient.api.ts";
import type { Names } from "#domain/patients/search-names.ts";
import * as queries from "#server/patients/patient.queries.ts";
import type { Work } from "#server/platform/work.ts";

/** So many of a birthday are looked at; more are born on one day only where a million are registered. */
const mostLookedAt = 100;

interface Person extends Names {
  readonly birthDate: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** What somebody shares with others. */
const sharedWith = (person: Person) => {
  const isLike = likeNamesOf(person);
  return (other: queries.NearPatient): DuplicateReason[] => {
    const shared: readonly (readonly [DuplicateReason, boolean])[] = [
      ["name", isLike(other)],
      ["birth-date", person.birthDate === other.birthDate],
      ["phone", person.phone !== null && person.phone === other.phone],
      ["email", person.email !== null && person.email === other.email],
    ];
    return shared.flatMap(([reason, isShared]) => (isShared ? [reason] : []));
  };
};

const alikeTo = async (work: Work, person: Person): Promise<LikelyDuplicate[]> => {
  const near = await queries.listNear(work, person, mostLookedAt);
  const shared = sharedWith(person);
  return near
    .map((patient) => ({ ...patient, reasons: shared(patient) }))
    .filter(({ reasons }) => isWorthALook(reasons))
    .toSorted((one, other) => other.reasons.length - one.reasons.length);
};

/** Who may be the person that is typed so far, or has their telephone or address. What is no telephone number yet is left out. */
export const listLikelyDuplicates = async (
  work: Work,
  input: Parsed<typeof api.listLikelyDuplicates>,
): Promise<Output<typeof api.listLikelyDuplicates>> => {
  const { givenName, familyName, birthDate, phone, email } = input;
  const person = {
    givenName,
    middleName: null,
    familyName,
    preferredName: null,
    formerNames: [],
    nicknames: [],
    birthDate: birthDate ?? null,
    phone: phoneSchema.safeParse(phone).data ?? null,
    email: email?.toLowerCase() ?? null,
  };
  return { rows: (await alikeTo(work, person)).slice(0, 10) };
};

/** Refuses to register somebody who may be here already; who that may be, the person at the screen asks for. */
export const refuseDuplicates = async (work: Work, person: Person): Promise<void> => {
  const found = (await alikeTo(work, person)).filter(({ reasons }) => isLikelySame(reasons));
  if (found.length > 0)
    throw conflict("likely-duplicates", {
      values: { count: found.length },
      fields: { sureItIsNew: { code: "look-first" } },
    });
};
