import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listSites } from "#domain/practice/site.api.ts";
import { closeSite, listClosures } from "#domain/scheduling/session.api.ts";
import { sayDate } from "#web/platform/dates.ts";
import { useCan } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { useForm } from "#web/platform/use-form.ts";
import { useRead } from "#web/platform/use-read.ts";
import { missingOf } from "#web/platform/missing-of.ts";
import { scheduleWords } from "#web/scheduling/schedule-words.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { PanelPart } from "#web/ui/panel-part.tsx";
import { FieldRow, Form } from "#web/ui/form.tsx";
import { SessionIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";

const CloseForm = (props: { readonly today: string }): ReactNode => {
  const { t } = useLingui();
  const sites = useRead(listSites, { limit: 200 }, { quiet: true });
  const act = useAct(closeSite, {
    done: ({ cancelled, kept }) =>
      kept === 0
        ? t`Closed. Sessions cancelled: ${cancelled}.`
        : t`Closed. Sessions cancelled: ${cancelled}; kept because somebody was in them: ${kept}.`,
    words: scheduleWords,
    changes: ["session", "series", "hours"],
    failureShownInPlace: true,
    onDone: () => form.reset(),
  });
  const form = useForm({
    id: "closure-new",
    initial: { siteId: "", startsOn: props.today, endsOn: "", reason: "" },
    act,
    toInput: (values) => ({
      ...values,
      endsOn: values.endsOn === "" ? values.startsOn : values.endsOn,
    }),
    check: (values) => missingOf(values, ["siteId", "startsOn", "reason"]),
  });
  return (
    <Form form={form} submit={<Trans>Close the site</Trans>}>
      <SelectField
        label={t`Site`}
        choices={(sites.data?.rows ?? []).map((site) => ({ value: site.id, label: site.name }))}
        {...form.field("siteId")}
      />
      <FieldRow>
        <DateField label={t`First day`} {...form.field("startsOn")} />
        <DateField label={t`Last day`} optional {...form.field("endsOn")} />
      </FieldRow>
      <TextField
        label={t`Why`}
        hint={t`Like Thanksgiving, or snow. Sessions of these days are cancelled for this reason.`}
        maxLength={200}
        {...form.field("reason")}
      />
    </Form>
  );
};

/** Days on which a site is closed: those that are known, and one more. */
export const ClosuresPanel = (props: { readonly today: string }): ReactNode => {
  const { t } = useLingui();
  const mayManage = useCan("schedule:manage");
  const closures = useRead(listClosures, {});
  const said = (startsOn: string, endsOn: string): string =>
    startsOn === endsOn ? sayDate(startsOn) : `${sayDate(startsOn)} – ${sayDate(endsOn)}`;
  return (
    <>
      {mayManage && <CloseForm today={props.today} />}
      <PanelPart title={<Trans>Closed days</Trans>}>
        <Loaded read={closures}>
          {({ rows }) =>
            rows.length === 0 ? (
              <EmptyState>
                <Trans>No site is closed on any day.</Trans>
              </EmptyState>
            ) : (
              <Rows label={t`Closed days`}>
                {rows.map((one) => (
                  <Row
                    key={one.id}
                    icon={SessionIcon}
                    title={said(one.startsOn, one.endsOn)}
                    below={[one.siteName, one.reason].filter(Boolean).join(" · ")}
                    quiet={one.endsOn < props.today}
                  />
                ))}
              </Rows>
            )
          }
        </Loaded>
      </PanelPart>
    </>
  );
};
