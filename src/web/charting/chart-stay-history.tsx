import { Trans, useLingui } from "@lingui/react/macro";
import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";
import type { ReactNode } from "react";
import type { Revision } from "#domain/basics/revision.ts";
import { sayDate } from "#web/platform/dates.ts";
import { endWords, sourceWords, typeWords } from "#web/charting/plan-words.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Timeline } from "#web/ui/timeline.tsx";

const verbs: Readonly<Record<string, MessageDescriptor>> = {
  admit: msg`Admitted`,
  change: msg`Changed`,
  discharge: msg`Discharged`,
  resume: msg`Discharge taken back`,
};

const factNames: Readonly<Record<string, MessageDescriptor>> = {
  program: msg`Program`,
  track: msg`Track`,
  levelOfCare: msg`Level of care`,
  admittedOn: msg`First day`,
  endedOn: msg`Last day`,
  endReason: msg`Reason`,
  attendingStaff: msg`Attending`,
  therapistStaff: msg`Therapist`,
  admissionType: msg`Kind of admission`,
  admissionSource: msg`Sent by`,
  diagnoses: msg`Diagnoses`,
};

const valueWords: Readonly<Record<string, MessageDescriptor>> = {
  ...typeWords,
  ...sourceWords,
  ...endWords,
};

const isDay = (value: unknown): value is string =>
  typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value);

const Value = (props: { readonly value: unknown }): ReactNode => {
  const { i18n } = useLingui();
  const { value } = props;
  if (isDay(value)) return sayDate(value);
  if (typeof value !== "string") return "–";
  const known = valueWords[value];
  return known === undefined ? value : i18n._(known);
};

const Changes = (props: { readonly revision: Revision }): ReactNode => {
  const { i18n } = useLingui();
  const { verb, reason, changes } = props.revision;
  return (
    <>
      {reason !== null && <div>{reason}</div>}
      {Object.entries(changes).flatMap(([name, { from, to }]) => {
        const named = factNames[name];
        return named === undefined
          ? []
          : [
              <div key={name}>
                {i18n._(named)}:{" "}
                {verb !== "admit" && (
                  <>
                    <Value value={from} /> →{" "}
                  </>
                )}
                <Value value={to} />
              </div>,
            ];
      })}
    </>
  );
};

/** Every version of a stay in words, newest first. */
export const StayHistory = (props: { readonly revisions: readonly Revision[] }): ReactNode => {
  const { i18n } = useLingui();
  return props.revisions.length === 0 ? (
    <EmptyState>
      <Trans>Nothing was changed yet. Each change will stand here, with who made it.</Trans>
    </EmptyState>
  ) : (
    <Timeline
      entries={props.revisions.map((revision) => {
        const verb = verbs[revision.verb];
        return {
          id: revision.id,
          at: revision.changedAt,
          title: verb === undefined ? revision.verb : i18n._(verb),
          detail: <Changes revision={revision} />,
          by: revision.actorName,
        };
      })}
    />
  );
};
