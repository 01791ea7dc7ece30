import { Trans, useLingui } from "@lingui/react/macro";
import type { Series } from "#domain/scheduling/series.ts";
import { useNow } from "#web/platform/use-now.ts";
import { sayWallSpan } from "#web/scheduling/days.ts";
import { useSayDays } from "#web/scheduling/say-days.ts";
import { hasEnded } from "#web/scheduling/series-state.ts";
import { Chip } from "#web/ui/chip.tsx";
import { SecondLine } from "#web/ui/second-line.tsx";
import type { Column } from "#web/ui/table-column.ts";

/** Weekly groups: what, when, where, led by whom, how full. */
export const useSeriesColumns = (): readonly Column<Series>[] => {
  const { t } = useLingui();
  const sayDays = useSayDays();
  const now = useNow();
  return [
    {
      key: "name",
      head: t`Group`,
      value: (one) => one.name,
      cell: (one) => (
        <SecondLine below={one.program.name}>
          {one.name} {hasEnded(one, now) && <Chip>{t`Ended`}</Chip>}
        </SecondLine>
      ),
    },
    {
      key: "when",
      head: t`When`,
      value: (one) => `${one.weekdays.join("")} ${one.startsAtWall}`,
      cell: (one) => (
        <SecondLine below={sayWallSpan(one.startsAtWall, one.minutes)}>
          {sayDays(one.weekdays)}
        </SecondLine>
      ),
    },
    {
      key: "where",
      head: t`Where`,
      value: (one) => one.site.name,
      cell: (one) => <SecondLine below={one.room?.name}>{one.site.name}</SecondLine>,
      hideBelow: "tablet",
    },
    {
      key: "who",
      head: t`Led by`,
      value: (one) => one.facilitators[0]?.name ?? "",
      cell: (one) => one.facilitators.map((person) => person.name).join(" · "),
      hideBelow: "desk",
    },
    {
      key: "members",
      head: t`Members`,
      value: (one) => one.memberCount,
      cell: (one) => {
        const { memberCount, capacity } = one;
        return (
          <Trans>
            {memberCount} of {capacity}
          </Trans>
        );
      },
      figures: true,
    },
  ];
};
