import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listSites } from "#domain/practice/site.api.ts";
import { closeSite, foreseeClosing } from "#domain/scheduling/closure.api.ts";
import { missingOf } from "#web/platform/missing-of.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useForm } from "#web/platform/use-form.ts";
import { useRead } from "#web/platform/use-read.ts";
import { areClosable, type ClosedDays } from "#web/scheduling/closed-days.ts";
import { ClosingCalls, type ClosedSite } from "#web/scheduling/closing-calls.tsx";
import { scheduleWords } from "#web/scheduling/schedule-words.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { FieldRow, Form } from "#web/ui/form.tsx";
import { Quiet } from "#web/ui/quiet.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";

/** What closing on these days would call off, told while the form is filled in. */
const Foreseen = (days: ClosedDays): ReactNode => {
  const read = useRead(foreseeClosing, days, { quiet: true, keepWhileLoading: true });
  if (read.data === undefined) return null;
  const { cancelled: count, kept: used, longGaps } = read.data;
  return (
    <Quiet>
      <Plural
        value={count}
        _0="No session of these days is called off."
        one="# session of these days is called off."
        other="# sessions of these days are called off."
      />{" "}
      {used > 0 && (
        <Plural
          value={used}
          one="# in which somebody was stays as it is."
          other="# in which somebody was stay as they are."
        />
      )}{" "}
      {longGaps > 0 && (
        <>
          <Plural
            value={longGaps}
            one="For # person more days than the rule allows will lie between services; offer one in between."
            other="For # people more days than the rule allows will lie between services; offer one in between."
          />{" "}
        </>
      )}
      <Trans>Their week is not held against anybody. Nobody is told by Stepwell: call them.</Trans>
    </Quiet>
  );
};

/** Closes a site on some days; says what that calls off, and whom to call, before it is done. */
export const CloseForm = (props: {
  readonly today: string;
  readonly onClosed: (closed: ClosedSite) => void;
}): ReactNode => {
  const { t } = useLingui();
  const sites = useRead(listSites, { limit: 200 }, { quiet: true });
  const act = useAct(closeSite, {
    done: ({ cancelled, kept }) =>
      kept === 0
        ? t`Closed. Sessions called off: ${cancelled}.`
        : t`Closed. Sessions called off: ${cancelled}; kept because somebody was in them: ${kept}.`,
    words: scheduleWords,
    changes: ["session", "series", "hours"],
    failureShownInPlace: true,
    onDone: ({ id, cancelled }, closed) => {
      if (cancelled > 0)
        props.onClosed({ ...closed, closureId: id, siteName: siteOf(closed.siteId) });
      form.reset();
    },
  });
  const choices = (sites.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const siteOf = (id: string): string => choices.find(({ value }) => value === id)?.label ?? "";
  const endOf = (values: { readonly startsOn: string; readonly endsOn: string }): string =>
    values.endsOn === "" ? values.startsOn : values.endsOn;
  const form = useForm({
    id: "closure-new",
    initial: { siteId: "", startsOn: props.today, endsOn: "", reason: "" },
    act,
    toInput: (values) => ({ ...values, endsOn: endOf(values) }),
    check: (values) => missingOf(values, ["siteId", "startsOn", "reason"]),
  });
  const { siteId, startsOn } = form.values;
  const days = { siteId, startsOn, endsOn: endOf(form.values) };
  return (
    <>
      <Form form={form} submit={<Trans>Close the site</Trans>}>
        <SelectField label={t`Site`} choices={choices} {...form.field("siteId")} />
        <FieldRow>
          <DateField label={t`First day`} {...form.field("startsOn")} />
          <DateField label={t`Last day`} optional {...form.field("endsOn")} />
        </FieldRow>
        <TextField
          label={t`Why`}
          hint={t`Like Thanksgiving, or snow. Sessions of these days are called off for this reason.`}
          maxLength={200}
          {...form.field("reason")}
        />
        {areClosable(days) && <Foreseen {...days} />}
      </Form>
      {areClosable(days) && <ClosingCalls {...days} />}
    </>
  );
};
