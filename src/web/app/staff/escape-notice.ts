import { useEffect } from "react";
import { dismissNotice, useNotices } from "#web/platform/notices.ts";

/** What Escape closes before a notice: a question, a menu, a list of choices. */
const onTop = "[role=dialog], [role=menu], [role=listbox]";

/** Escape closes the latest notice where nothing else lies on top and nobody is typing. */
export const useEscapeNotice = (): void => {
  const latest = useNotices()[0]?.id;
  useEffect(() => {
    if (latest === undefined) return;
    const listen = ({ key, target }: KeyboardEvent): void => {
      if (key !== "Escape" || document.querySelector(onTop) !== null) return;
      if (target instanceof HTMLElement && target.matches("input, textarea, select")) return;
      dismissNotice(latest);
    };
    // Before whatever closes on the same key: what it closes is still seen to lie on top.
    addEventListener("keydown", listen, { capture: true });
    return () => removeEventListener("keydown", listen, { capture: true });
  }, [latest]);
};
