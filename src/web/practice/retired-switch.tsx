import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { RecordState } from "#domain/practice/record-state.ts";
import { useSearchWord } from "#web/platform/address.ts";
import { Button } from "#web/ui/button.tsx";
import { RetireIcon } from "#web/ui/icons.ts";

/** Whether a list shows what is retired too; kept in the address. */
export const useRetiredShown = (): {
  readonly state: RecordState;
  readonly isShown: boolean;
  readonly turn: () => void;
} => {
  const [word, setWord] = useSearchWord("retired");
  const isShown = word === "shown";
  return {
    state: isShown ? "all" : "active",
    isShown,
    turn: () => setWord(isShown ? "" : "shown"),
  };
};

/** Above a list: shows what is retired among the rest, or leaves it out again. */
export const RetiredSwitch = (props: {
  readonly retired: ReturnType<typeof useRetiredShown>;
}): ReactNode => (
  <Button kind="quiet" size="small" icon={RetireIcon} onPress={props.retired.turn}>
    {props.retired.isShown ? <Trans>Hide retired</Trans> : <Trans>Show retired</Trans>}
  </Button>
);
