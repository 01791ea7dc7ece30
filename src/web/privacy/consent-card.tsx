import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { endConsent, listConsentRevisions, revokeConsent } from "#domain/privacy/consent.api.ts";
import { namesNoEnd } from "#domain/privacy/consent-defects.ts";
import type { Consent, ConsentState } from "#domain/privacy/consent.ts";
import { useCan } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { useRead } from "#web/platform/use-read.ts";
import { useSay } from "#web/platform/use-say.ts";
import { useToday } from "#web/platform/use-today.ts";
import {
  classWords,
  consentHistoryWords,
  defectWords,
  informationWords,
  kindWords,
  privacyWords,
  purposeWords,
  signerWords,
  stateWords,
} from "#web/privacy/consent-words.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Chip, type Meaning } from "#web/ui/chip.tsx";
import { ConfirmDialog } from "#web/ui/confirm-dialog.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { HistoryCard } from "#web/ui/history-card.tsx";
import { EditIcon, HistoryIcon, RetireIcon } from "#web/ui/icons.ts";
import { Note } from "#web/ui/note.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";
import { Time } from "#web/ui/time.tsx";

const meanings: Readonly<Record<ConsentState, Meaning | undefined>> = {
  "in-force": "ontime",
  deficient: "risk",
  "not-yet": "short",
  expired: undefined,
  revoked: undefined,
};

/** What ends it: a day, an event, whichever of them comes first, or nothing but a revocation. */
const Until = (props: { readonly consent: Consent }): ReactNode => {
  const { consent } = props;
  const { expiresOn, expiresAtEvent, eventOn } = consent;
  if (namesNoEnd(consent)) return <Trans>No end: it counts until it is revoked</Trans>;
  if (expiresOn === null && expiresAtEvent === null) return <Trans>not said</Trans>;
  return (
    <>
      {expiresOn !== null && <Time at={expiresOn} />}
      {expiresOn !== null && expiresAtEvent !== null && (
        <>
          {" "}
          <Trans>or sooner:</Trans>{" "}
        </>
      )}
      {expiresAtEvent}
      {eventOn !== null && (
        <>
          {" "}
          <Trans>
            (happened <Time at={eventOn} />)
          </Trans>
        </>
      )}
    </>
  );
};

const ConsentFacts = (props: { readonly consent: Consent }): ReactNode => {
  const { t } = useLingui();
  const say = useSay();
  const { consent } = props;
  const { signedBy, signedOn, signerRelation, revokedOn, revocationReason } = consent;
  const signer =
    signerRelation === null || signerRelation === "patient"
      ? null
      : say(signerWords, signerRelation);
  return (
    <Facts
      facts={[
        { name: <Trans>For</Trans>, value: say(kindWords, consent.kind) },
        {
          name: <Trans>Who may tell</Trans>,
          value: consent.discloser,
          absent: <Trans>not said</Trans>,
        },
        {
          name: <Trans>What may be told</Trans>,
          value: consent.information.map((one) => say(informationWords, one)).join(", "),
          absent: <Trans>not said</Trans>,
        },
        {
          name: <Trans>Purposes</Trans>,
          value: consent.purposes.map((one) => say(purposeWords, one)).join(", "),
          absent: <Trans>not said</Trans>,
        },
        {
          name: <Trans>Until</Trans>,
          value: <Until consent={consent} />,
        },
        {
          name: <Trans>Signed</Trans>,
          value: signedBy && (
            <>
              {[signedBy, signer].filter((part) => part !== null).join(", ")}
              {signedOn !== null && (
                <>
                  {", "}
                  <Time at={signedOn} />
                </>
              )}
            </>
          ),
          absent: t`not yet`,
        },
        ...(consent.secondSignedBy === null
          ? []
          : [
              {
                name: <Trans>Also signed</Trans>,
                value: [
                  consent.secondSignedBy,
                  consent.secondSignerRelation === null
                    ? null
                    : say(signerWords, consent.secondSignerRelation),
                ]
                  .filter((part) => part !== null)
                  .join(", "),
              },
            ]),
        ...(revokedOn === null
          ? []
          : [
              {
                name: <Trans>Revoked</Trans>,
                value: (
                  <>
                    <Time at={revokedOn} />
                    {revocationReason !== null && <>: {revocationReason}</>}
                  </>
                ),
              },
            ]),
      ]}
    />
  );
};

const Ending = (props: { readonly consent: Consent }): ReactNode => {
  const { t } = useLingui();
  const { consent } = props;
  const { id: consentId, version, expiresAtEvent, eventOn } = consent;
  const today = useToday();
  const [asking, setAsking] = useState<"revoke" | "end" | null>(null);
  const close = (): void => setAsking(null);
  const revoke = useAct(revokeConsent, {
    done: t`Revoked. It discloses nothing any more.`,
    onDone: close,
    words: privacyWords,
    failureShownInPlace: true,
  });
  const end = useAct(endConsent, {
    done: t`Ended. It discloses nothing any more.`,
    onDone: close,
    words: privacyWords,
    failureShownInPlace: true,
  });
  return (
    <>
      {expiresAtEvent !== null && eventOn === null && !namesNoEnd(consent) && (
        <Button size="small" onPress={() => setAsking("end")}>
          <Trans>Its event happened today</Trans>
        </Button>
      )}
      <Button size="small" icon={RetireIcon} onPress={() => setAsking("revoke")}>
        <Trans>Revoke</Trans>
      </Button>
      <ConfirmDialog
        open={asking === "end"}
        onClose={close}
        title={<Trans>Has this happened: {expiresAtEvent}?</Trans>}
        verb={<Trans>It happened today</Trans>}
        act={end}
        onConfirm={() => void end.run({ consentId, version, eventOn: today })}
      >
        <p>
          <Trans>
            The consent ends with it: from today nothing is told under it. This cannot be taken
            back.
          </Trans>
        </p>
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === "revoke"}
        onClose={close}
        title={<Trans>Revoke this consent?</Trans>}
        verb={<Trans>Revoke</Trans>}
        danger
        reasonLabel={<Trans>How they said so</Trans>}
        act={revoke}
        keep={consentId}
        onConfirm={(reason, draftId) =>
          void revoke.run({ consentId, version, revokedOn: today, reason }, draftId)
        }
      >
        <p>
          <Trans>
            From now on nothing is told under it. What was told before cannot be called back.
          </Trans>
        </p>
      </ConfirmDialog>
    </>
  );
};

const History = (props: { readonly consentId: string }): ReactNode => (
  <HistoryCard
    read={useRead(listConsentRevisions, { consentId: props.consentId })}
    words={consentHistoryWords}
  />
);

/** One consent as the paper says it, what it lacks, and the acts on it. */
export const ConsentCard = (props: {
  readonly consent: Consent;
  readonly onEdit: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const say = useSay();
  const { consent } = props;
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const mayManage = useCan("consents:manage") && consent.state !== "revoked";
  const recipients = consent.recipients.map((one) => say(classWords, one)).join(", ");
  return (
    <Card
      title={recipients || t`No recipient`}
      aside={<Chip meaning={meanings[consent.state]}>{say(stateWords, consent.state)}</Chip>}
      actions={
        <>
          <Button size="small" kind="quiet" icon={HistoryIcon} onPress={() => setHistoryOpen(true)}>
            <Trans>History</Trans>
          </Button>
          {mayManage && consent.signedOn === null && (
            <Button size="small" icon={EditIcon} onPress={props.onEdit}>
              <Trans>Mend</Trans>
            </Button>
          )}
          {mayManage && <Ending consent={consent} />}
        </>
      }
    >
      {consent.defects.length > 0 && consent.state !== "revoked" && (
        <Note meaning="risk">
          {consent.signedOn === null ? (
            <Trans>Until this is mended nothing is told under it:</Trans>
          ) : (
            <Trans>
              Nothing is told under it. What was signed stays as it is: have a new one signed that
              does not lack this:
            </Trans>
          )}
          {consent.defects.map((defect) => (
            <div key={defect}>{say(defectWords, defect)}</div>
          ))}
        </Note>
      )}
      <ConsentFacts consent={consent} />
      <SidePanel
        open={isHistoryOpen}
        onClose={() => setHistoryOpen(false)}
        title={<Trans>History</Trans>}
      >
        {isHistoryOpen && <History consentId={consent.id} />}
      </SidePanel>
    </Card>
  );
};
