import type { Nearness } from "#web/platform/nearness.ts";

/** How far something has come on its way to being kept, as it may be said without flickering at every letter. */
export interface SteadyNearness {
  /** What is so now. Answers what is to be said. */
  readonly hear: (nearness: Nearness) => Nearness;
}

interface SteadyOptions {
  /** Called when what is to be said changes without anything new being heard. */
  readonly onChange: () => void;
  readonly later: (run: () => void, milliseconds: number) => () => void;
}

/** Longer than the pause between two letters of somebody who types. */
const stillMilliseconds = 400;

/**
 * "Kept" is said a moment after it became so, and never before; everything else at once. While somebody types it stands at
 * `on-its-way`, though each letter is written within milliseconds.
 */
export const openSteadyNearness = ({ onChange, later }: SteadyOptions): SteadyNearness => {
  let said: Nearness = "kept";
  let stop: (() => void) | null = null;
  return {
    hear: (nearness) => {
      if (nearness === "kept" && said === "on-its-way") {
        stop ??= later(() => {
          stop = null;
          said = "kept";
          onChange();
        }, stillMilliseconds);
        return said;
      }
      stop?.();
      stop = null;
      said = nearness;
      return said;
    },
  };
};
