import { disclosureSchema, type Disclosure } from "#domain/privacy/disclosure.ts";

interface GroundColumns {
  readonly struckAt: string | null;
  readonly struckBy: string | null;
  readonly emergencyGround: string | null;
  readonly emergencyNature: string | null;
  readonly recipientAffiliation: string | null;
  readonly toldBy: string | null;
  readonly toldAt: string | null;
  readonly minorRelation: string | null;
  readonly minorLacksCapacity: string | null;
  readonly minorThreat: string | null;
  readonly minorReducedBy: string | null;
}

/** A line of the accounting as it is answered: what belongs to an emergency, or to a minor, stands together. */
export const disclosureOf = ({
  emergencyGround,
  emergencyNature,
  recipientAffiliation,
  toldBy,
  toldAt,
  minorRelation,
  minorLacksCapacity,
  minorThreat,
  minorReducedBy,
  struckAt,
  struckBy,
  ...row
}: GroundColumns): Disclosure =>
  disclosureSchema.parse({
    ...row,
    struck: struckAt === null ? null : { at: struckAt, by: struckBy },
    emergency:
      emergencyGround === null
        ? null
        : {
            ground: emergencyGround,
            nature: emergencyNature,
            affiliation: recipientAffiliation,
            toldBy,
            toldAt,
          },
    minorThreat:
      minorThreat === null
        ? null
        : {
            relation: minorRelation,
            lacksCapacity: minorLacksCapacity,
            threat: minorThreat,
            reducedBy: minorReducedBy,
          },
  });
