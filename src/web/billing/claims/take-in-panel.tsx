import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { useTakeIn, type HandedIn, type TakenIn } from "#web/billing/claims/use-take-in.ts";
import { OfClaims, StandingChip } from "#web/billing/claims/standing-chip.tsx";
import { dayAt, sayDate } from "#web/platform/dates.ts";
import { useKeys } from "#web/platform/keys.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan, useOrganizationZone } from "#web/platform/session.tsx";
import { Button } from "#web/ui/button.tsx";
import { FileField } from "#web/ui/file-field.tsx";
import { Form } from "#web/ui/form.tsx";
import { ImportIcon, RiskIcon } from "#web/ui/icons.ts";
import { PanelPart } from "#web/ui/panel-part.tsx";
import { Quiet } from "#web/ui/quiet.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";

const AnsweredFile = (props: { readonly one: TakenIn["files"][number] }): ReactNode => {
  const { file, isNew, isDeciding, verdict, rejectedClaims, saidAt, receivedAt } = props.one;
  const zone = useOrganizationZone();
  const saidOn = dayAt(saidAt, zone);
  const takenInOn = dayAt(receivedAt, zone);
  const [saidDay, takenInDay] = [sayDate(saidOn), sayDate(takenInOn)];
  return (
    <Row
      to={paths.claimFile(file.id)}
      title={file.payer.name}
      below={
        <>
          {file.name}
          {rejectedClaims > 0 && (
            <>
              {" "}
              ·{" "}
              <Trans>
                rejected: <OfClaims count={rejectedClaims} claims={file.claims} />
              </Trans>
            </>
          )}
          {saidOn !== takenInOn && (
            <>
              <br />
              <Trans>
                Said on {saidDay}, taken in on {takenInDay}.
              </Trans>
            </>
          )}
          {!isDeciding && verdict !== "unknown" && (
            <>
              <br />
              <Trans>Another answer to this file stands over it.</Trans>
            </>
          )}
          {!isNew && (
            <>
              <br />
              <Trans>This answer was taken in before. Nothing changed.</Trans>
            </>
          )}
        </>
      }
      marks={<StandingChip file={file} />}
    />
  );
};

const Outcome = (props: { readonly one: HandedIn }): ReactNode => {
  const { name, taken, sentence } = props.one;
  return (
    <PanelPart title={name}>
      <Rows label={name}>
        {sentence !== null && <Row icon={RiskIcon} title={sentence} />}
        {taken?.files.map((one) => (
          <AnsweredFile key={one.file.id} one={one} />
        ))}
      </Rows>
      {taken !== null && taken.others.length > 0 && (
        <Quiet>
          <Plural
            value={taken.others.length}
            one={`It also speaks of a file that is none of yours: ${taken.others.join(", ")}.`}
            other={`It also speaks of files that are none of yours: ${taken.others.join(", ")}.`}
          />
        </Quiet>
      )}
    </PanelPart>
  );
};

const TakeInForm = (props: { readonly onClose: () => void }): ReactNode => {
  const { t } = useLingui();
  const { field, form, done, turns } = useTakeIn();
  return (
    <Form
      form={form}
      submit={<Trans>Take in</Trans>}
      actions={
        <Button onPress={props.onClose}>
          {done.length === 0 ? <Trans>Cancel</Trans> : <Trans>Close</Trans>}
        </Button>
      }
    >
      <Quiet>
        <Trans>
          What the clearinghouse or payer sent back for your files. Each finds its file by the
          numbers in it, and the same answer twice is taken once.
        </Trans>
      </Quiet>
      {/* What was taken in is chosen no more. */}
      <FileField
        key={turns}
        label={t`Answers`}
        hint={t`TA1, 999 or 997, as they were downloaded. Several at once if you like.`}
        several
        {...field}
      />
      <div role="status">
        {done.map((one, at) => (
          <Outcome key={at} one={one} />
        ))}
      </div>
    </Form>
  );
};

/** Takes in what receivers answered. `isPrimary`: where nothing else is to be done first. */
export const TakeInAnswers = (props: { readonly isPrimary?: boolean }): ReactNode => {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const mayTakeIn = useCan("claims:export");
  const start = (): void => setOpen(true);
  useKeys(mayTakeIn ? [{ keys: ["t"], label: t`Take in answers`, run: start }] : []);
  if (!mayTakeIn) return null;
  return (
    <>
      <Button
        kind={props.isPrimary ? "primary" : "plain"}
        icon={ImportIcon}
        onPress={start}
        keys={["t"]}
      >
        <Trans>Take in answers</Trans>
      </Button>
      <SidePanel open={open} onClose={() => setOpen(false)} title={<Trans>Take in answers</Trans>}>
        <TakeInForm onClose={() => setOpen(false)} />
      </SidePanel>
    </>
  );
};
