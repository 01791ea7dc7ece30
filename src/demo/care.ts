import type { DemoOrganization } from "#demo/cast.ts";
import { seedPeopleInCare, type PersonInCare } from "#demo/people-in-care.ts";
import { seedPrograms, type MadePrograms } from "#demo/programs.ts";
import type { Work } from "#server/platform/work.ts";

interface Places {
  /** By the key of the site. */
  readonly sites: ReadonlyMap<string, string>;
  /** By family name. */
  readonly staff: ReadonlyMap<string, string>;
}

/** What care of an organization was made: whoever adds sessions, notes and measures goes on from here. */
export interface MadeCare extends Places {
  readonly programs: MadePrograms;
  readonly people: readonly PersonInCare[];
}

/** Who attends and who treats, by program; family names of the cast. */
const staffOf: Readonly<Record<string, readonly [attending: string, therapist: string]>> = {
  "evening-sud": ["Brightwater", "Okonjo"],
  "day-mh": ["Brightwater", "Castellvi"],
  adolescent: ["Fontaine-Díaz", "Lindqvist"],
  "harbor-iop": ["Strand", "Strand"],
  "hospital-iop": ["Farrow", "Holt"],
};

/** The family name of whoever treats in a program. */
export const therapistOf = (program: string): string => staffOf[program]?.[1] ?? "";

/** Programs with people in them. */
export const seedCare = async (
  work: Work,
  demo: DemoOrganization,
  places: Places,
): Promise<MadeCare> => {
  const programs = await seedPrograms(work, demo.slug, places.sites);
  const colleague = (name: string): string => {
    const id = places.staff.get(name);
    if (id === undefined) throw new Error(`nobody of the demo is called ${name}`);
    return id;
  };
  const people = await seedPeopleInCare(
    {
      work,
      zone: demo.zone,
      organizationName: demo.name,
      made: programs,
      staffOf: (program) => {
        const [attending = "", therapist = ""] = staffOf[program] ?? [];
        return {
          attendingStaffId: colleague(attending),
          therapistStaffId: colleague(therapist),
        };
      },
    },
    demo.slug,
  );
  return { ...places, programs, people };
};
