import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { CoverageGap } from "#domain/reporting/coverage-gap.ts";
import { sayDate } from "#web/platform/dates.ts";
import { paths } from "#web/platform/paths.ts";
import { gapWords } from "#web/reporting/gap-words.ts";
import { Button } from "#web/ui/button.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { AuthorizationIcon } from "#web/ui/icons.ts";
import { Row } from "#web/ui/rows.tsx";

/** Since when days wait, or when an authorization ends. */
export const GapClock = ({ gap }: { readonly gap: CoverageGap }): ReactNode => {
  const [from, through] = [sayDate(gap.from), sayDate(gap.through)];
  return gap.days === 0 ? (
    <Chip meaning="short">
      <Trans>Ends {through}</Trans>
    </Chip>
  ) : (
    <Chip meaning="held">
      <Trans>Since {from}</Trans>
    </Chip>
  );
};

/** Where it is mended: the policies and authorizations of the person. */
export const GapAct = ({ gap }: { readonly gap: CoverageGap }): ReactNode => {
  const { i18n } = useLingui();
  return (
    <Button size="small" to={paths.patientCoverage(gap.patientId)}>
      {i18n._(gapWords[gap.code].mend)}
    </Button>
  );
};

/** Somebody whose days are not covered, or soon will not be. */
export const GapRow = ({ gap }: { readonly gap: CoverageGap }): ReactNode => {
  const { i18n } = useLingui();
  return (
    <Row
      icon={AuthorizationIcon}
      to={paths.patientCoverage(gap.patientId)}
      title={gap.name}
      below={
        <>
          {i18n._(gapWords[gap.code].sentence)}
          {gap.payerName !== null && <> {gap.payerName}.</>}
          {gap.days > 0 && (
            <>
              {" "}
              <Plural value={gap.days} one="# day waits." other="# days wait." />
            </>
          )}
        </>
      }
      marks={<GapClock gap={gap} />}
      action={<GapAct gap={gap} />}
    />
  );
};
