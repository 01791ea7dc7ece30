import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { changeSession } from "#domain/scheduling/session.api.ts";
import type { Session } from "#domain/scheduling/session.ts";
import { missingOf } from "#web/platform/missing-of.ts";
import { useNow } from "#web/platform/use-now.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useChangeForm } from "#web/platform/use-change-form.ts";
import { useRefresh } from "#web/platform/use-refresh.ts";
import { BesideFields } from "#web/scheduling/beside-fields.tsx";
import { hasBegun } from "#web/scheduling/has-begun.ts";
import { facilitatingIn, isAsItWas, ledBy, type Facilitating } from "#web/scheduling/led-by.ts";
import { scheduleWords } from "#web/scheduling/schedule-words.ts";
import { SessionSides } from "#web/scheduling/session-sides.tsx";
import { useLeadChoices } from "#web/scheduling/use-lead-choices.ts";
import { useScheduleChoices } from "#web/scheduling/use-schedule-choices.ts";
import { Button } from "#web/ui/button.tsx";
import { Form } from "#web/ui/form.tsx";
import { Note } from "#web/ui/note.tsx";
import { PickField } from "#web/ui/pick-field.tsx";
import { TextArea } from "#web/ui/text-area.tsx";

type Values = Facilitating & { readonly why: string };

const valuesOf = (session: Session): Values => ({ ...facilitatingIn(session), why: "" });

/** Changes who facilitates, and nothing else; once the session has begun, puts right who did and says why. */
export const FacilitatorsForm = (props: {
  readonly session: Session;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { session, onClose } = props;
  const isPutRight = hasBegun(session, useNow());
  const act = useAct(changeSession, {
    done: t`Session changed.`,
    onDone: onClose,
    words: scheduleWords,
    failureShownInPlace: true,
  });
  const form = useChangeForm<Session, Values, typeof changeSession>({
    id: `session-facilitators-${session.id}`,
    record: session,
    refresh: useRefresh("session"),
    valuesOf,
    act,
    toInput: ({ why, ...who }, base) => ({
      sessionId: base.id,
      version: base.version,
      facilitators: ledBy(base, who),
      ...(isPutRight && { why }),
    }),
    check: (values) => ({
      ...missingOf(values, isPutRight ? ["leadId", "why"] : ["leadId"]),
      ...(isAsItWas(valuesOf(session), values) && { leadId: { code: "as-it-was" } }),
    }),
    serverNames: { facilitators: "leadId", "facilitators.beside": "alsoId" },
  });
  const choices = useScheduleChoices(session.site.id);
  const { serviceDate, startsAt, endsAt } = form.base;
  const leads = useLeadChoices(serviceDate, {
    from: Date.parse(startsAt),
    to: Date.parse(endsAt),
    sessionId: session.id,
  });
  return (
    <Form
      form={form}
      submit={
        isPutRight ? <Trans>Save who facilitated</Trans> : <Trans>Save who facilitates</Trans>
      }
      actions={
        <Button onPress={onClose}>
          <Trans>Cancel</Trans>
        </Button>
      }
    >
      <Note>
        {isPutRight ? (
          <Trans>
            Claims name whoever led a session. Time, room and attendance stay as they are.
          </Trans>
        ) : (
          <Trans>Only of this session; day, time and room stay as they are.</Trans>
        )}
      </Note>
      <SessionSides fields={form.disagreements} problem={act.problem} choices={choices} />
      <PickField label={t`Led by`} choices={leads} {...form.field("leadId")} />
      <BesideFields
        session={form.base}
        staff={leads.filter(({ value }) => value !== form.values.leadId)}
        beside={form.field("besideIds")}
        also={form.field("alsoId")}
      />
      {isPutRight && <TextArea label={t`Why`} rows={2} {...form.field("why")} />}
    </Form>
  );
};
