import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listPeople } from "#domain/access/people.api.ts";
import { needsHand } from "#domain/operations/health-findings.ts";
import { readOperations } from "#domain/operations/operations.api.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { FigureStrip } from "#web/ui/figure-strip.tsx";

/** How the house stands, for whoever looks after accounts and the machine: what needs a hand, errands, and who may come in. */
export const HouseStrip = (): ReactNode => {
  const { t } = useLingui();
  const mayOperate = useCan("operations:read");
  const maySeePeople = useCan("people:read");
  const mayLook = mayOperate && maySeePeople;
  const operations = useRead(readOperations, {}, { enabled: mayLook, alsoOn: ["errand"] });
  const here = useRead(
    listPeople,
    { state: "active", limit: 1 },
    { enabled: mayLook, alsoOn: ["affiliation"] },
  );
  const invited = useRead(
    listPeople,
    { state: "invited", limit: 1 },
    { enabled: mayLook, alsoOn: ["affiliation"] },
  );
  if (operations.data === undefined || here.data === undefined || invited.data === undefined)
    return null;
  const { findings, errands } = operations.data;
  const looked = findings.length;
  const { created, delivered } = errands.lastDay;
  const { failed } = errands;
  const open = invited.data.total;
  return (
    <FigureStrip
      label={t`How the house stands`}
      figures={[
        {
          name: t`Needs a hand`,
          figure: findings.filter(needsHand).length,
          detail: t`of ${looked} things looked at`,
          to: paths.operations,
        },
        {
          name: t`Errands done`,
          figure: delivered,
          detail: t`of ${created} in the last day, ${failed} given up`,
          to: paths.operations,
        },
        {
          name: t`May sign in`,
          figure: here.data.total,
          detail: t`${open} invited and not here yet`,
          to: paths.people,
        },
      ]}
    />
  );
};
