import { setTimeout as pause } from "node:timers/promises";
import type { Caller, Outcome } from "./caller.ts";
import type { AnyRoute, Input, Output } from "#domain/contract/route.ts";
import type { Model } from "./model.ts";
import type { World } from "./world.ts";

/** What every simulated person works with. */
export interface Desk {
  readonly world: World;
  readonly model: Model;
  readonly caller: Caller;
  /** A whole number below another, by the seed. */
  readonly below: (most: number) => number;
  /** A number that no other desk of this run has had. */
  readonly nextNumber: () => number;
  /** True once people are to finish what they are at and go home. */
  isClosing(): boolean;
  /** Sessions of which notes are being written, for whoever looks in. */
  readonly openRooms: Set<string>;
  readonly email: string;
}

export const oneOf = <Item>({ below }: Pick<Desk, "below">, items: readonly Item[]): Item => {
  const item = items[below(items.length)];
  if (item === undefined) throw new Error("nothing to choose from");
  return item;
};

/** People take a moment before the next touch. */
const longestThoughtMs = 30;

/** One in eight closes the tab before an answer comes. */
const impatient = (desk: Desk): { readonly tries?: number } =>
  desk.below(8) === 0 ? { tries: 1 + desk.below(2) } : {};

/** Changes something as people do: most wait for the answer, some do not. Counts what came of it. */
export const change = async <R extends AnyRoute>(
  desk: Desk,
  contract: R,
  input: Input<R>,
  patience: { readonly tries?: number } = impatient(desk),
): Promise<Outcome<R>> => {
  await pause(desk.below(longestThoughtMs));
  const outcome = await desk.caller.call(contract, input, patience);
  desk.model.saw(outcome.kind);
  if (outcome.kind === "refused") desk.model.refused(`${contract.path} ${outcome.code}`);
  return outcome;
};

/** Reads something, for as long as it takes; undefined where it is refused or the run is over. */
export const look = async <R extends AnyRoute>(
  desk: Desk,
  contract: R,
  input: Input<R>,
): Promise<Output<R> | undefined> => {
  const outcome = await desk.caller.call(contract, input);
  if (outcome.kind === "refused") desk.model.refused(`${contract.path} ${outcome.code}`);
  return outcome.kind === "acknowledged" ? outcome.body : undefined;
};

const letters = "abcdefghijklmnopqrstuvwxyz";

/** A number as a word, so that no two names of a run are the same: 0 → `a`, 27 → `bb`. */
export const wordOf = (number: number): string => {
  const rest = Math.floor(number / letters.length);
  return `${rest === 0 ? "" : wordOf(rest)}${letters[number % letters.length] ?? ""}`;
};
