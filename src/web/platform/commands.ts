import { createRegistry } from "#web/platform/registry.ts";

/** Something that can be found by its name and done: a screen to go to, or an act. */
export interface Command {
  readonly id: string;
  readonly name: string;
  /** A quiet word beside it: what kind of thing it is. */
  readonly kind?: string;
  /** Further words it is found by. */
  readonly also?: string;
  readonly to?: string;
  readonly run?: () => void;
  readonly keys?: readonly string[];
}

const commands = createRegistry<Command>((one) => `${one.id} ${one.name} ${one.to ?? ""}`);

/** Every command of the screen and of the shell. */
export const useAllCommands = commands.useAll;

/** Adds to the command palette while the component stands. */
export const useCommands = commands.useAdd;
