import { useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useEffect, useState, type ReactNode } from "react";
import { Finder } from "#web/ui/finder.tsx";

const loadPalette = async () => ({
  default: (await import("#web/app/staff/command-palette.tsx")).CommandPalette,
});
const Palette = lazy(loadPalette);

const settleMilliseconds = 1_500;

/** Fetches what can be found once the screen stands, so that the list is there with the first key. */
export const useFinderAtHand = (): void => {
  useEffect(() => {
    const timer = setTimeout(() => void loadPalette().catch(() => undefined), settleMilliseconds);
    return () => clearTimeout(timer);
  }, []);
};

/** The finder takes what is typed from its first key on, and hands it to what can be found once that is fetched. */
export const FinderAtOnce = (props: { readonly onClose: () => void }): ReactNode => {
  const { t } = useLingui();
  const [text, setText] = useState("");
  const { onClose } = props;
  const line = { label: t`Find a screen, a record or an act`, text, onText: setText, onClose };
  return (
    <Suspense fallback={<Finder {...line} nothing="" commands={[]} onChoose={onClose} />}>
      <Palette {...line} />
    </Suspense>
  );
};
