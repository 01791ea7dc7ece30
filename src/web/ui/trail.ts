import { useEffect } from "react";
import { createStore } from "#web/platform/store.ts";

export interface Step {
  readonly label: string;
  readonly to?: string;
}

const trail = createStore<readonly Step[]>([]);

/** Where the person is: shown in the bar, and as the title of the window. */
export const useTrail = (): readonly Step[] => trail.use();

/** Says where the person is. The last step is the screen itself. */
export const useSetTrail = (steps: readonly Step[]): void => {
  const text = JSON.stringify(steps);
  useEffect(() => {
    const said = JSON.parse(text) as readonly Step[];
    trail.set(said);
    const names = said.map((step) => step.label).toReversed();
    document.title = [...names, "Stepwell"].join(" · ");
  }, [text]);
};
