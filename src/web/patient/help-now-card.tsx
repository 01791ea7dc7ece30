import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { CrisisCall } from "#domain/measures/measure.ts";
import { sayTime } from "#web/platform/dates.ts";
import { useLanguage } from "#web/platform/language.ts";
import { useSession } from "#web/platform/session.tsx";
import { Button } from "#web/ui/button.tsx";
import { OwnLineIcon, PhoneIcon, TextMessageIcon } from "#web/ui/icons.ts";
import { PatientCard } from "#web/ui/patient/patient-card.tsx";

/**
 * How far the word has come: on its way, with the team (who was told, and by when they are to call), or perhaps lost on
 * the way, so that nobody may be waited for.
 */
export type HelpStanding =
  | { readonly kind: "telling" }
  | { readonly kind: "told"; readonly crisis: CrisisCall }
  | { readonly kind: "perhaps-lost" };

const Told = (props: { readonly crisis: CrisisCall }): ReactNode => {
  const { organization } = useSession();
  const { callerName } = props.crisis;
  const callBy = sayTime(props.crisis.callBy, organization.zone);
  return (
    <>
      {callerName === null ? (
        <Trans>Your team has been told. Somebody is asked to call you by {callBy}.</Trans>
      ) : (
        <Trans>
          {callerName} has been told and is asked to call you by {callBy}.
        </Trans>
      )}{" "}
      <Trans>If no call has come by then, call one of these.</Trans>
    </>
  );
};

const Standing = (props: { readonly standing: HelpStanding }): ReactNode => {
  const { standing } = props;
  if (standing.kind === "told") return <Told crisis={standing.crisis} />;
  return standing.kind === "telling" ? (
    <Trans>Your answer is on its way to your team.</Trans>
  ) : (
    <Trans>
      Your answer may not have reached your team: the network failed. Do not wait for a call. It is
      sent again when the network is back.
    </Trans>
  );
};

/**
 * Said at once to somebody who answered that they think of death or of hurting themselves: thanks, what happens next, and
 * help that answers now. It promises nothing that nobody watches.
 */
export const HelpNowCard = (props: {
  readonly standing: HelpStanding;
  readonly crisisPhone: string | null;
  readonly takesFocus?: boolean;
  readonly children?: ReactNode;
}): ReactNode => {
  const word = useLanguage() === "es" ? "HOLA" : "HOME";
  return (
    <PatientCard
      lifted
      takesFocus={props.takesFocus ?? false}
      title={<Trans>Thank you for telling us</Trans>}
    >
      <p role="status">
        <Standing standing={props.standing} />
      </p>
      <p>
        <Trans>
          Nobody watches this screen all the time. If you may act on these thoughts, or just want to
          talk, these answer now, day and night:
        </Trans>
      </p>
      <Button kind="primary" size="touch" wide icon={PhoneIcon} href="tel:988">
        <Trans>Call 988</Trans>
      </Button>
      <Button size="touch" wide icon={TextMessageIcon} href={`sms:741741?&body=${word}`}>
        <Trans>Text {word} to 741741</Trans>
      </Button>
      {props.crisisPhone !== null && (
        <Button size="touch" wide icon={OwnLineIcon} href={`tel:+1${props.crisisPhone}`}>
          <Trans>Call our line</Trans>
        </Button>
      )}
      <p>
        <Trans>In danger right now? Call 911.</Trans>
      </p>
      {props.children}
    </PatientCard>
  );
};
