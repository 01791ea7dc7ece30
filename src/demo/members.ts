import type { DemoMember } from "#demo/member.ts";
import { dayMh } from "#demo/members-day.ts";
import { eveningSud } from "#demo/members-evening.ts";
import { harbor } from "#demo/members-harbor.ts";
import { hospital } from "#demo/members-hospital.ts";
import { adolescents } from "#demo/members-young.ts";

/** Everybody in care, by program. */
export const membersOf: Readonly<Record<string, Readonly<Record<string, readonly DemoMember[]>>>> =
  {
    "cedar-bridge": { "evening-sud": eveningSud, "day-mh": dayMh, adolescent: adolescents },
    "harbor-steps": { "harbor-iop": harbor, "hospital-iop": hospital },
  };
