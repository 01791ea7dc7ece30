import { Plural } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listCoverageGaps } from "#domain/reporting/coverage-gap.api.ts";
import type { CoverageGap } from "#domain/reporting/coverage-gap.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan, useSession } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { GapRow } from "#web/reporting/gap-rows.tsx";
import { Row } from "#web/ui/rows.tsx";

const mostShown = 5;

/** Days without a policy or an authorization that wait for one of the roles of whoever looks. */
export const useCoverageNeeds = () => {
  const maySee = useCan("coverage:read");
  const { roles } = useSession();
  const isTheirs = ({ owner }: Pick<CoverageGap, "owner">): boolean => roles.includes(owner);
  const enabled =
    maySee &&
    (["admissions", "utilization-reviewer"] as const).some((owner) => isTheirs({ owner }));
  const read = useRead(
    listCoverageGaps,
    {},
    { enabled, alsoOn: ["coverage", "authorization", "day-charge", "enrollment"] },
  );
  return { rows: (read.data?.rows ?? []).filter(isTheirs), isLoading: enabled && read.isPending };
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
