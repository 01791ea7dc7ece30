import { parseArgs } from "node:util";
import type { CrashOptions } from "./crash-run.ts";
import { killKinds, type KillKind } from "./killer.ts";

export const usage = `npm run crash -- [--seed N] [--kills N] [--minutes N] [--only KIND,…]

Runs the product on throw-away data, lets simulated people work with it and kills it at random instants. Afterwards every
acknowledged write must be there once. The seed decides who does what and what is killed when; without one it is chosen
and printed. Kinds of kills: ${killKinds.join(", ")}.
`;

export class OptionRefused extends Error {}

const wholeNumber = (name: string, text: string | undefined, otherwise: number): number => {
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new OptionRefused(`--${name} is a whole number from 1 on.`);
  return value;
};

const kindsOf = (list: string | undefined): readonly KillKind[] => {
  if (list === undefined) return killKinds;
  return list.split(",").map((name) => {
    const kind = killKinds.find((known) => known === name);
    if (kind === undefined) throw new OptionRefused(`--only knows ${killKinds.join(", ")}.`);
    return kind;
  });
};

const seeds = 1_000_000;

/** What was asked for, or undefined where help was. */
export const readOptions = (args: readonly string[]): CrashOptions | undefined => {
  const text = { type: "string" } as const;
  const parsed = (() => {
    try {
      return parseArgs({
        args: [...args],
        options: { seed: text, kills: text, minutes: text, only: text, help: { type: "boolean" } },
      }).values;
    } catch (error) {
      throw new OptionRefused(error instanceof Error ? error.message : String(error));
    }
  })();
  if (parsed.help === true) return undefined;
  return {
    seed: wholeNumber("seed", parsed.seed, 1 + Math.floor(Math.random() * seeds)),
    kills: wholeNumber("kills", parsed.kills, 200),
    minutes: wholeNumber("minutes", parsed.minutes, 120),
    kinds: kindsOf(parsed.only),
  };
};
