import { Problem } from "#domain/contract/problem.ts";
import { participations, type Participation, type Response } from "#domain/charting/note-fields.ts";
import type { Chance, Weighed } from "#demo/life/chance.ts";
import { hourOpenings, intentions, manners, remarks } from "#demo/note-manners.ts";
import { stepsTowards } from "#demo/note-steps.ts";
import { plans } from "#demo/plans.ts";

/** One person after one session. */
interface Occasion {
  /** Tells people apart, the same in every demo of the same seed. */
  readonly who: number;
  /** Which session it is of those the person may come to. */
  readonly turn: number;
  /** Statements of the objectives that are open, in order. */
  readonly objectives: readonly string[];
  readonly isYoung: boolean;
  readonly isAlone: boolean;
}

/** What is written of one person. */
interface Said {
  /** Which of the objectives it is about. */
  readonly objective: number;
  readonly participation: Participation;
  readonly response: Response;
  readonly sentence: string;
  readonly nextStep: string | null;
}

const planOf: ReadonlyMap<string, string> = new Map(
  Object.entries(plans).flatMap(([key, { objectives }]) =>
    objectives.map((statement) => [statement, key] as const),
  ),
);

const addictions: readonly string[] = ["drinking", "opioids", "stimulants", "cannabis", "pills"];
/** An objective is worked on for so many sessions before it is another's turn. */
const turnsOfObjective = 4;

const usually: Readonly<Record<Participation, number>> = {
  quiet: 20,
  some: 36,
  active: 30,
  led: 8,
};
/** Everybody has a way of their own in groups. */
const ownWay = 34;

const isPrimeTo = (one: number, other: number): boolean =>
  other === 0 ? one === 1 : isPrimeTo(other, one % other);

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** Writes of everybody in one session: no two people get the same words, and nobody the same soon again. */
export class NoteVoice {
  readonly #chance: Chance;
  readonly #again: number;
  readonly #taken = new Set<string>();

  /** `again`: other words for the same session, where a guard found the first ones too much alike. */
  constructor(chance: Chance, again = 0) {
    this.#chance = chance;
    this.#again = again;
  }

  /** Another one each time: everybody goes through the list at a pace of their own that comes by all of it. */
  #next(items: readonly string[], what: string, { who, turn }: Occasion): string {
    const start = this.#chance.whole(0, items.length - 1, what, who);
    const paces = [1, 2, 3, 4, 5, 7, 8].filter((pace) => isPrimeTo(pace, items.length));
    const step = this.#chance.pick(paces, "pace", what, who);
    for (let further = 0; further < items.length; further++) {
      const item = items[(start + step * turn + 7 * this.#again + further) % items.length] ?? "";
      if (this.#taken.has(item)) continue;
      this.#taken.add(item);
      return item;
    }
    return items[(start + turn) % items.length] ?? "";
  }

  #participationOf({ who, turn }: Occasion): Participation {
    const own = this.#chance.pick(["quiet", "some", "active"] as const, "way in groups", who);
    const weights: Weighed<Participation> = participations.map((one) => [
      one,
      usually[one] + (one === own ? ownWay : 0),
    ]);
    return this.#chance.weighed(weights, "takes part", who, turn);
  }

  #endOf(occasion: Occasion, about: string, isStep: boolean): string {
    const { who, turn, isYoung } = occasion;
    if (!isStep && this.#chance.happens(0.4, "remark", who, turn))
      return this.#next(remarks, "remarks", occasion);
    const { anybody, grown, young, recovery } = intentions;
    const own = isYoung ? young : addictions.includes(about) ? recovery : grown;
    return this.#next([...anybody, ...own], "means to", occasion);
  }

  of(occasion: Occasion): Said {
    const { who, turn, objectives, isAlone, isYoung } = occasion;
    const objective =
      objectives.length < 2 ? 0 : (Math.floor(turn / turnsOfObjective) + who) % objectives.length;
    const goal = planOf.get(objectives[objective] ?? "") ?? "mood";
    const about = goal === "mood" && isYoung ? "moodOfYoung" : goal;
    const participation = this.#participationOf(occasion);
    const { openings, responses } = manners[participation];
    const drawn = this.#chance.pick(responses, "response", who, turn);
    const response = isAlone && drawn === "helped-others" ? "practiced" : drawn;
    const opening = this.#next(isAlone ? hourOpenings : openings, "opening", occasion);
    const step = this.#next(stepsTowards[about] ?? [], "step", occasion);
    const said = { objective, participation, response, nextStep: null };
    const shape = this.#chance.share("shape", who, turn);
    const end = () => this.#endOf(occasion, about, false);
    if (shape < 0.22) return { ...said, sentence: `${opening}; ${step}; ${end()}.` };
    if (shape < 0.34) return { ...said, sentence: `${opening}. ${capital(step)}; ${end()}.` };
    if (shape < 0.48) return { ...said, sentence: `${opening}; ${step}. ${capital(end())}.` };
    if (shape < 0.8) {
      const nextStep = `${capital(this.#endOf(occasion, about, true))}.`;
      return { ...said, sentence: `${opening}. ${capital(step)}.`, nextStep };
    }
    if (shape < 0.86) return { ...said, sentence: `${opening}; ${step}.` };
    return { ...said, sentence: `${capital(step)}; ${end()}.` };
  }
}

const tries = 8;

/** Writes of a session; where a guard finds a sentence too much like another, it is said otherwise. */
export const sayUntilAccepted = async (
  chance: Chance,
  write: (voice: NoteVoice) => Promise<void>,
): Promise<void> => {
  for (let again = 0; ; again++)
    try {
      await write(new NoteVoice(chance, again));
      return;
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "findings-stand" || again > tries)
        throw error;
    }
};
