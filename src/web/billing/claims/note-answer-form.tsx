import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { noteAcknowledgment } from "#domain/billing/claims/acknowledgment.api.ts";
import type { ClaimFile } from "#domain/billing/claims/claim-file.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useForm } from "#web/platform/use-form.ts";
import { ChoiceField } from "#web/ui/choice-field.tsx";
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
    done: t`Noted.`,
    onDone: onClose,
  });
  const initial: { verdict: "accepted" | "rejected" | ""; reason: string } = {
    verdict: "",
    reason: "",
  };
  const form = useForm({
    id: `note-answer-${file.id}`,
    initial,
    act,
    toInput: ({ verdict, reason }) => ({
      claimFileId: file.id,
      verdict: verdict === "" ? "accepted" : verdict,
      reason,
    }),
    check: ({ verdict, reason }) => ({
      ...(verdict === "" && { verdict: { code: "required" } }),
      ...(reason.trim() === "" && { reason: { code: "required" } }),
    }),
  });
  return (
    <PanelForm form={form} submit={<Trans>Note it</Trans>} onClose={onClose}>
      <Quiet>
        <Trans>
          For an answer that does not come as a file. Your name stays with it, and an answer that is
          taken in later stands over it.
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
      <TextArea
        label={t`Where you read or heard it`}
        hint={t`Such as the portal, with the date it shows, or whom you called.`}
        maxLength={400}
        {...form.field("reason")}
      />
    </PanelForm>
  );
};
