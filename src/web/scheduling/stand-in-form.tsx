import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { changeSession } from "#domain/scheduling/session.api.ts";
import type { Session } from "#domain/scheduling/session.ts";
import { missingOf } from "#web/platform/missing-of.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useChangeForm } from "#web/platform/use-change-form.ts";
import { useRefresh } from "#web/platform/use-refresh.ts";
import { BesideFields } from "#web/scheduling/beside-fields.tsx";
import { facilitatingIn, isAsItWas, ledBy, type Facilitating } from "#web/scheduling/led-by.ts";
import { scheduleWords } from "#web/scheduling/schedule-words.ts";
import { SessionSides } from "#web/scheduling/session-sides.tsx";
import { useScheduleChoices } from "#web/scheduling/use-schedule-choices.ts";
import { Button } from "#web/ui/button.tsx";
import { Form } from "#web/ui/form.tsx";
import { Note } from "#web/ui/note.tsx";
import { PickField } from "#web/ui/pick-field.tsx";
import { TextArea } from "#web/ui/text-area.tsx";

type Values = Facilitating & { readonly why: string };

const valuesOf = (session: Session): Values => ({ ...facilitatingIn(session), why: "" });

/** Puts right who facilitated a session that has begun or is over. */
export const StandInForm = (props: {
  readonly session: Session;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { session, onClose } = props;
  const act = useAct(changeSession, {
    done: t`Session changed.`,
    onDone: onClose,
    words: scheduleWords,
    failureShownInPlace: true,
  });
  const form = useChangeForm<Session, Values, typeof changeSession>({
    id: `session-stand-in-${session.id}`,
    record: session,
    refresh: useRefresh("session"),
    valuesOf,
    act,
    toInput: ({ why, ...who }, base) => ({
      sessionId: base.id,
      version: base.version,
      facilitators: ledBy(base, who),
      why,
    }),
    check: (values) => ({
      ...missingOf(values, ["leadId", "why"]),
      ...(isAsItWas(valuesOf(session), values) && { leadId: { code: "as-it-was" } }),
    }),
    serverNames: { facilitators: "leadId" },
  });
  const choices = useScheduleChoices(session.site.id);
  return (
    <Form
      form={form}
      submit={<Trans>Save who facilitated</Trans>}
      actions={
        <Button onPress={onClose}>
          <Trans>Cancel</Trans>
        </Button>
      }
    >
      <Note>
        <Trans>
          Claims name whoever led a session. Time, room and attendance stay as they are.
        </Trans>
      </Note>
      <SessionSides fields={form.disagreements} problem={act.problem} choices={choices} />
      <PickField label={t`Led by`} choices={choices.staff} {...form.field("leadId")} />
      <BesideFields
        session={form.base}
        staff={choices.staff}
        beside={form.field("besideIds")}
        also={form.field("alsoId")}
      />
      <TextArea label={t`Why`} rows={2} {...form.field("why")} />
    </Form>
  );
};
