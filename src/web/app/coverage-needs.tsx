import { Plural, Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listCoverageGaps } from "#domain/reporting/coverage-gap.api.ts";
import type { CoverageGap, GapCode } from "#domain/reporting/coverage-gap.ts";
import { sayDate } from "#web/platform/dates.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan, useSession } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { GapRow } from "#web/reporting/gap-rows.tsx";
import { Button } from "#web/ui/button.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { AuthorizationIcon } from "#web/ui/icons.ts";
import { Row } from "#web/ui/rows.tsx";

const mostShown = 5;
const endsSoon: GapCode = "authorization-ends";

/** Days without a policy or an authorization that wait for one of the roles of whoever looks. */
export const useCoverageNeeds = () => {
  const maySee = useCan("coverage:read");
  const { roles } = useSession();
  const isTheirs = ({ owner }: Pick<CoverageGap, "owner">): boolean => roles.includes(owner);
  const isOwner = (["admissions", "utilization-reviewer"] as const).some((owner) =>
    isTheirs({ owner }),
  );
  const bills = useCan("claims:export") && !isOwner;
  const enabled = maySee && (isOwner || bills);
  const read = useRead(
    listCoverageGaps,
    {},
    { enabled, alsoOn: ["coverage", "authorization", "day-charge", "enrollment"] },
  );
  const rows = read.data?.rows ?? [];
  const isEnding = ({ code }: CoverageGap): boolean => code === endsSoon;
  return {
    rows: rows.filter((gap) => isTheirs(gap) && !isEnding(gap)),
    /** What will hold days that nobody has delivered yet: of whoever asks for more, and of billers, who mend none of them. */
    ending: rows.filter((gap) => isEnding(gap) && (bills || isTheirs(gap))),
    /** Whether it is they who ask the payer for more. */
    asks: isOwner,
    isLoading: enabled && read.isPending,
  };
};

/** Told while there is still time to ask the payer for more. */
export const AuthorizationsEndingRow = (props: {
  readonly ending: readonly CoverageGap[];
  /** Whether whoever looks asks the payer for more. */
  readonly asks: boolean;
}): ReactNode => {
  const { ending } = props;
  const to = `${paths.coverageGaps}?gaps.code=${endsSoon}`;
  const [first] = ending.map(({ through }) => through).toSorted();
  if (first === undefined) return null;
  return (
    <Row
      icon={AuthorizationIcon}
      to={to}
      title={
        <Plural
          value={ending.length}
          one="# authorization ends within a week, and none follows it"
          other="# authorizations end within a week, and none follows them"
        />
      }
      below={
        props.asks ? (
          <Trans>Ask the payer for more while there is time. Days that come after are held.</Trans>
        ) : (
          <Trans>
            Days that come after will be held. Utilization review asks the payer for more.
          </Trans>
        )
      }
      marks={
        <Chip meaning="short">
          <Trans>The first ends {sayDate(first)}</Trans>
        </Chip>
      }
      action={
        <Button size="small" to={to}>
          <Trans>See whose</Trans>
        </Button>
      }
    />
  );
};

/** The first of them, the longest waiting first, and the way to all. */
export const CoverageNeedsRows = (props: { readonly rows: readonly CoverageGap[] }): ReactNode => {
  const { rows } = props;
  const hidden = rows.length - mostShown;
  const [owner] = new Set(rows.map((gap) => gap.owner));
  const isOneOwner = rows.every((gap) => gap.owner === owner);
  return (
    <>
      {rows.slice(0, mostShown).map((gap) => (
        <GapRow key={`${gap.patientId} ${gap.code} ${gap.payerName} ${gap.from}`} gap={gap} />
      ))}
      {hidden > 0 && (
        <Row
          to={isOneOwner ? `${paths.coverageGaps}?gaps.owner=${owner}` : paths.coverageGaps}
          title={
            <Plural value={hidden} one="# more coverage to mend" other="# more coverages to mend" />
          }
        />
      )}
    </>
  );
};
