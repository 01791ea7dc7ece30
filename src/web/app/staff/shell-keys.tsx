import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef, type ReactNode } from "react";
import { useEscapeNotice } from "#web/app/staff/escape-notice.ts";
import { usePlaces } from "#web/app/staff/use-places.ts";
import { useAddress } from "#web/platform/address.ts";
import { useKeys } from "#web/platform/keys.ts";

/** The keys that work on every staff screen. Ctrl+K works while typing too. */
export const ShellKeys = (props: {
  readonly onFind: () => void;
  readonly onKeys: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { go } = useAddress();
  const places = usePlaces();
  useEscapeNotice();
  const onFind = useRef(props.onFind);
  useEffect(() => {
    onFind.current = props.onFind;
  });
  useKeys([
    { keys: ["/"], label: t`Find`, run: props.onFind },
    { keys: ["?"], label: t`Keyboard map`, run: props.onKeys },
    ...places.map((place) => ({
      keys: ["g", place.key],
      label: t`Go to ${place.label}`,
      run: () => go(place.to),
    })),
  ]);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      onFind.current();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
  return null;
};
