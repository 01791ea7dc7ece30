import pg from "pg";
import { searchPatients } from "#domain/patients/patient.api.ts";
import { openPool } from "#server/db/pool.ts";
import { inTransaction } from "#server/db/transaction.ts";
import { systemClock } from "#server/platform/clock.ts";
import { newId } from "#server/platform/ids.ts";
import { systemActor } from "#server/platform/system-actor.ts";
import { searchPatients as search } from "#server/patients/find-patients.service.ts";
import type { Loop, LoopPlace } from "../loop/loop.ts";
import { pickSought, type Sought } from "./many-patients.queries.ts";

/** What somebody types who looks for this person. */
const typed = {
  prefix: ({ family }: Sought) => family.slice(0, 5),
  "full name": ({ given, family }: Sought) => `${given} ${family}`,
  typo: ({ given, family }: Sought) => `${given} ${family.slice(0, 3)}${family.slice(4)}`,
  "first letter missing": ({ given, family }: Sought) => `${family.slice(1)} ${given}`,
  "letters swapped": ({ given, family }: Sought) =>
    `${given.charAt(0)}${given.charAt(2)}${given.charAt(1)}${given.slice(3)} ${family}`,
  "two slips": ({ given, family }: Sought) =>
    `${given} ${family.slice(0, 2)}${family.slice(3, 8)}${family.slice(9)}`,
  phone: ({ phone }: Sought) => phone,
  "birth date, name": ({ birthDate, family }: Sought) => `${family} ${birthDate}`,
  "birth date, three letters": ({ birthDate, family }: Sought) =>
    `${family.slice(0, 3)} ${birthDate}`,
} as const;

export type SearchKind = keyof typeof typed;
export const searchKinds = Object.keys(typed) as readonly SearchKind[];

/** One search of twenty rows through the service, in a transaction of the application's role. */
const loopOf =
  (kind: SearchKind) =>
  async (place: LoopPlace): Promise<Loop> => {
    const { organizationId, accountId } = place;
    const owner = new pg.Pool({ connectionString: place.ownerUrl, max: 1 });
    const sought = await pickSought(owner, organizationId);
    await owner.end();
    const pool = openPool({ url: place.appUrl, most: 2 });
    const actor = systemActor("Bench");
    let turns = 0;
    const turn = async (): Promise<number> => {
      const person = sought[turns % sought.length];
      if (person === undefined) throw new Error("nobody to look for");
      turns += 1;
      const input = searchPatients.input.parse({ q: typed[kind](person), limit: 20 });
      const { rows } = await inTransaction(pool, { organizationId, accountId }, (tx) =>
        search(
          { tx, organizationId, actor, now: systemClock.now(), requestId: newId(), newId },
          input,
        ),
      );
      if (rows.length === 0) throw new Error(`${kind}: nobody found for ${input.q}`);
      return 1;
    };
    return { turn };
  };

export const loopNameOf = (kind: SearchKind): string => `search ${kind}`;

export const searchLoops = Object.fromEntries(
  searchKinds.map((kind) => [loopNameOf(kind), loopOf(kind)]),
);
