import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listPeople } from "#domain/access/people.api.ts";
import { needsHand } from "#domain/operations/health-findings.ts";
import { readOperations } from "#domain/operations/operations.api.ts";
import { sayCount } from "#web/platform/numbers.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { FigureStrip } from "#web/ui/figure-strip.tsx";

/** No live update tells how far a demo is that lives through its weeks. */
const secondsBetweenLooks = 3;

/** How the house stands, for whoever looks after accounts and the machine: what needs a hand, errands, and who may come in. */
export const HouseStrip = (): ReactNode => {
  const { t } = useLingui();
  const mayOperate = useCan("operations:read");
  const maySeePeople = useCan("people:read");
  const mayLook = mayOperate && maySeePeople;
  const options = { enabled: mayLook, alsoOn: ["errand"] };
  const operations = useRead(readOperations, {}, options);
  const isLiving = mayLook && (operations.data?.demo ?? null) !== null;
  useRead(
    readOperations,
    {},
    { ...options, enabled: isLiving, everySeconds: secondsBetweenLooks, quiet: true },
  );
  const people = useRead(listPeople, { limit: 1 }, { enabled: mayLook });
  if (operations.data === undefined || people.data === undefined) return null;
  const { findings, errands, demo } = operations.data;
  const looked = findings.length;
  const { created, delivered } = errands.lastDay;
  const { failed } = errands;
  const week = demo?.week;
  const weeks = demo?.weeks;
  const { active, invited } = people.data.standing;
  return (
    <FigureStrip
      label={t`How the house stands`}
      figures={[
        {
          name: t`Needs a hand`,
          figure: findings.filter(needsHand).length,
          detail: t`of ${looked} things looked at`,
          to: paths.operations,
          meaning: t`Database, backups, letters, disk and the audit trail: what of it somebody has to mend, and how.`,
        },
        {
          name: t`Work behind the screens`,
          figure: sayCount(delivered),
          detail: t`of ${created} done in the last day, ${failed} given up`,
          to: paths.operations,
          meaning: t`Letters, the charges of a day and other things the server does by itself. What it gave up stands there with its reason and can be repeated.`,
        },
        {
          name: t`May sign in`,
          figure: sayCount(active),
          detail: t`colleagues; ${invited} more invited and not here yet`,
          to: paths.people,
          meaning: t`Colleagues with an account here. Somebody who was invited comes in once they follow the link of their letter.`,
        },
        ...(demo === null
          ? []
          : [
              {
                name: t`The demo lives`,
                figure: <Trans>week {week}</Trans>,
                detail: t`of ${weeks}; people are still coming`,
              },
            ]),
      ]}
    />
  );
};
