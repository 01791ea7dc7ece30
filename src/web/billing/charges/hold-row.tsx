import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { ShownHold } from "#domain/billing/charges/day-charge.ts";
import { AskAboutHold } from "#web/billing/charges/ask-about-hold.tsx";
import { useChargeSentences } from "#web/billing/charges/use-charge-sentences.ts";
import { useMendPlace } from "#web/billing/charges/use-mend-place.ts";
import { sayOwner } from "#web/platform/owner-words.ts";
import { Button } from "#web/ui/button.tsx";
import { HeldIcon } from "#web/ui/icons.ts";
import { Row } from "#web/ui/rows.tsx";

/** Why a day waits, what ends it, who does that, and where. */
export const HoldRow = (props: {
  readonly hold: ShownHold;
  readonly patientId: string;
  readonly claimId: string | null;
  /** Where it may be let go: opens what asks for the reason. */
  readonly onRelease?: (() => void) | undefined;
}): ReactNode => {
  const { i18n } = useLingui();
  const { hold, patientId, claimId, onRelease } = props;
  const said = useChargeSentences().hold(hold);
  const place = useMendPlace()({ ...hold, patientId, claimId });
  const owner = sayOwner(i18n, hold);
  return (
    <Row
      icon={HeldIcon}
      title={said?.sentence ?? hold.code}
      below={
        <>
          {said?.mend} <Trans>Waits for {owner}.</Trans>
        </>
      }
      action={
        <>
          <AskAboutHold hold={hold} patientId={patientId} />
          {place !== null && (
            <Button size="small" to={place.to}>
              {place.name}
            </Button>
          )}
          {onRelease !== undefined && (
            <Button size="small" onPress={onRelease}>
              <Trans>Bill without it</Trans>
            </Button>
          )}
        </>
      }
    />
  );
};
