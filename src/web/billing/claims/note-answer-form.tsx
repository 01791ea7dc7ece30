import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { noteAcknowledgment } from "#domain/billing/claims/acknowledgment.api.ts";
import type { ClaimFile } from "#domain/billing/claims/claim-file.ts";
import { claimProblemWords } from "#web/billing/claims/claim-words.ts";
import { dayAt } from "#web/platform/dates.ts";
import { useOrganizationZone } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { useForm } from "#web/platform/use-form.ts";
import { useToday } from "#web/platform/use-today.ts";
import { ChoiceField } from "#web/ui/choice-field.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { Quiet } from "#web/ui/quiet.tsx";
import { TextArea } from "#web/ui/text-area.tsx";

/** Says what a receiver answered elsewhere: in its portal, or by telephone. */
export const NoteAnswerForm = (props: {
  readonly file: ClaimFile;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { file, onClose } = props;
  const act = useAct(noteAcknowledgment, {
    changes: ["claim-file", "claim", "hold"],
    failureShownInPlace: true,
    words: claimProblemWords,
    done: t`Noted.`,
    onDone: onClose,
  });
  const today = useToday();
  const initial: { verdict: "accepted" | "rejected" | ""; saidOn: string; reason: string } = {
    verdict: "",
    saidOn: today,
    reason: "",
  };
  const form = useForm({
    id: `note-answer-${file.id}`,
    initial,
    act,
    toInput: ({ verdict, saidOn, reason }) => ({
      claimFileId: file.id,
      verdict: verdict === "" ? "accepted" : verdict,
      saidOn,
      reason,
    }),
    check: ({ verdict, saidOn, reason }) => ({
      ...(saidOn === "" && { saidOn: { code: "required" } }),
      ...(verdict === "" && { verdict: { code: "required" } }),
      ...(reason.trim() === "" && { reason: { code: "required" } }),
    }),
  });
  return (
    <PanelForm form={form} submit={<Trans>Note it</Trans>} onClose={onClose}>
      <Quiet>
        <Trans>
          For an answer that does not come as a file. Your name stays with it, and what they say
          later stands over it.
        </Trans>
      </Quiet>
      <ChoiceField
        label={t`What they said`}
        choices={[
          { value: "accepted", label: t`Accepted: the file could be read` },
          { value: "rejected", label: t`Rejected: they have nothing of it` },
        ]}
        {...form.field("verdict")}
      />
      <DateField
        label={t`Day they said it`}
        hint={t`In a portal, the date it shows.`}
        earliest={dayAt(file.createdAt, useOrganizationZone())}
        latest={today}
        {...form.field("saidOn")}
      />
      <TextArea
        label={t`Where you read or heard it`}
        hint={t`Such as the portal, or whom you called.`}
        maxLength={400}
        {...form.field("reason")}
      />
    </PanelForm>
  );
};
