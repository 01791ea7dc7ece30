import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { NothingHere } from "#web/ui/nothing-here.tsx";
import { useSetTrail } from "#web/ui/trail.ts";

/** The page for addresses that lead nowhere. It looks the same as for what this person may not see. */
export const NotFoundScreen = (): ReactNode => {
  const { t } = useLingui();
  useSetTrail([{ label: t`Nothing here` }]);
  return <NothingHere />;
};
