import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { releaseHold } from "#domain/billing/claims/hold.api.ts";
import type { Hold } from "#domain/billing/claims/hold.ts";
import { claimProblemWords } from "#web/billing/claims/claim-words.ts";
import type { DayWords } from "#web/billing/claims/day-words.ts";
import { useAddress } from "#web/platform/address.ts";
import { dayAt } from "#web/platform/dates.ts";
import { daysBetween } from "#web/platform/days.ts";
import { useCan, useOrganizationZone } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { useToday } from "#web/platform/use-today.ts";
import { Button } from "#web/ui/button.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { ConfirmDialog } from "#web/ui/confirm-dialog.tsx";

const longDays = 30;
const soonDays = 7;

/** How long something waits. */
export const HoldAge = (props: { readonly raisedAt: string }): ReactNode => {
  const today = useToday();
  const days = daysBetween(dayAt(props.raisedAt, useOrganizationZone()), today);
  if (days >= longDays)
    return (
      <Chip meaning="overdue">
        <Plural value={days} one="# day" other="# days" />
      </Chip>
    );
  if (days >= soonDays)
    return (
      <Chip meaning="short">
        <Plural value={days} one="# day" other="# days" />
      </Chip>
    );
  return (
    <Chip>
      {days === 0 ? <Trans>Since today</Trans> : <Plural value={days} one="# day" other="# days" />}
    </Chip>
  );
};

const ReleaseDialog = (props: { readonly hold: Hold; readonly onClose: () => void }): ReactNode => {
  const { t } = useLingui();
  const { hold, onClose } = props;
  const act = useAct(releaseHold, {
    words: claimProblemWords,
    changes: ["claim"],
    done: t`Released.`,
    onDone: onClose,
    failureShownInPlace: true,
  });
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={<Trans>Release this hold?</Trans>}
      verb={<Trans>Release</Trans>}
      reasonLabel={<Trans>Why it may go</Trans>}
      act={act}
      keep={hold.id ?? ""}
      onConfirm={(reason, draftId) => {
        if (hold.id !== null) void act.run({ holdId: hold.id, reason }, draftId);
      }}
    >
      <Trans>
        The claim goes with the next file, unless something else keeps it. Building it anew holds it
        again.
      </Trans>
    </ConfirmDialog>
  );
};

/**
 * Asks why a hold may go. `question` stands beside the list of holds, and not in the row of one: whoever is writing keeps their
 * words while a colleague lets it go.
 */
export const useReleaseQuestion = (): {
  readonly ask: (hold: Hold) => void;
  readonly question: ReactNode;
} => {
  const [asked, setAsked] = useState<Hold | null>(null);
  const question = asked && <ReleaseDialog hold={asked} onClose={() => setAsked(null)} />;
  return { ask: setAsked, question };
};

/** Where a hold is ended, and its release where it may go. */
export const HoldActs = (props: {
  readonly hold: Hold;
  readonly dayWords: DayWords;
  readonly onRelease: (hold: Hold) => void;
}): ReactNode => {
  const { hold, onRelease } = props;
  const { code, values, claimId, patient } = hold;
  const { path } = useAddress();
  const mayManage = useCan("claims:manage");
  const place = props.dayWords.place({ code, values, patientId: patient.id, claimId });
  return (
    <>
      {props.dayWords.ask(hold)}
      {place !== null && place.to !== path && (
        <Button size="small" to={place.to}>
          {place.name}
        </Button>
      )}
      {hold.mayBeReleased && mayManage && (
        <Button size="small" onPress={() => onRelease(hold)}>
          <Trans>Release</Trans>
        </Button>
      )}
    </>
  );
};
