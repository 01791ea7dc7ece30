import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { readAuditEvent } from "#domain/audit/audit.api.ts";
import type { Output } from "#domain/contract/route.ts";
import {
  sayActorKind,
  sayEvent,
  sayOutcome,
  sayPurpose,
  sayRecordKind,
  sayDetail,
} from "#web/audit/event-words.ts";
import { sayReason } from "#web/audit/reason-words.ts";
import type { SayPatient, TrailSearch } from "#web/audit/use-trail-search.ts";
import { useSession } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { Button } from "#web/ui/button.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { DialogFoot } from "#web/ui/dialog.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { ClockIcon, FilterIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { SecondLine } from "#web/ui/second-line.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";
import { Time } from "#web/ui/time.tsx";

type Event = Output<typeof readAuditEvent>;

const SealState = (props: { readonly seal: Event["seal"]; readonly zone: string }): ReactNode => {
  const { seal, zone } = props;
  switch (seal.state) {
    case "sealed":
      return (
        <>
          <Chip meaning="ontime">
            <Trans>Sealed in batch {seal.number}</Trans>
          </Chip>{" "}
          <Time at={seal.sealedAt} zone={zone} />
        </>
      );
    case "waiting":
      return (
        <Chip icon={ClockIcon}>
          <Trans>Waiting for the next batch</Trans>
        </Chip>
      );
    case "outside":
      return (
        <Chip meaning="risk">
          <Trans>In no batch: it came around the door</Trans>
        </Chip>
      );
  }
};

/** About whom a line is: by name where it is one, so that a long line does not read the records of all. */
const Subjects = (props: {
  readonly subjects: Event["subjects"];
  readonly sayPatient: SayPatient;
}): ReactNode => {
  const { subjects } = props;
  const [first = ""] = subjects;
  return (
    <SecondLine below={subjects.join(" ")}>
      {subjects.length === 1 ? (
        props.sayPatient(first)
      ) : (
        <Plural value={subjects.length} one="# person in care" other="# people in care" />
      )}
    </SecondLine>
  );
};

const Details = (props: { readonly event: Event; readonly sayPatient: SayPatient }): ReactNode => {
  const { t } = useLingui();
  const { zone } = useSession().organization;
  const { event } = props;
  const problem = event.details["problem"];
  const others = Object.entries(event.details).filter(([name]) => name !== "problem");
  return (
    <Facts
      facts={[
        {
          name: t`When`,
          value: (
            <SecondLine below={event.at}>
              <Time at={event.at} zone={zone} />
            </SecondLine>
          ),
        },
        {
          name: t`Who`,
          value: <SecondLine below={sayActorKind(event.actorKind)}>{event.actorName}</SecondLine>,
        },
        { name: t`How it ended`, value: sayOutcome(event.outcome) },
        { name: t`Why not`, value: typeof problem === "string" ? sayReason(problem) : null },
        { name: t`What for`, value: sayPurpose(event.purpose) },
        { name: t`Device`, value: event.device },
        { name: t`Network address`, value: event.address },
        {
          name: t`Record`,
          value: event.recordKind && (
            <SecondLine below={event.recordId}>{sayRecordKind(event.recordKind)}</SecondLine>
          ),
        },
        {
          name: t`About`,
          value: event.subjects.length > 0 && (
            <Subjects subjects={event.subjects} sayPatient={props.sayPatient} />
          ),
          absent: t`Nobody in care`,
        },
        ...others.map(([name, value]) => ({ name: sayDetail(name), value: String(value) })),
        { name: t`Seal`, value: <SealState seal={event.seal} zone={zone} /> },
        { name: t`Verb`, value: event.verb },
        { name: t`Line`, value: event.id },
        { name: t`Request`, value: event.requestId },
        { name: t`Session`, value: event.sessionId },
      ]}
    />
  );
};

/** Narrows the search to what this line shares with others. */
const Narrow = (props: { readonly event: Event; readonly search: TrailSearch }): ReactNode => {
  const { event, search } = props;
  const { accountId, recordId, subjects } = event;
  const [patientId] = subjects.length === 1 ? subjects : [];
  return (
    <DialogFoot>
      {accountId !== null && (
        <Button icon={FilterIcon} onPress={() => search.set("accountId", accountId)}>
          <Trans>Only by this colleague</Trans>
        </Button>
      )}
      {patientId !== undefined && (
        <Button icon={FilterIcon} onPress={() => search.set("patientId", patientId)}>
          <Trans>Only about them</Trans>
        </Button>
      )}
      {recordId !== null && (
        <Button icon={FilterIcon} onPress={() => search.set("recordId", recordId)}>
          <Trans>Only this record</Trans>
        </Button>
      )}
    </DialogFoot>
  );
};

/** Everything known of one line, beside the list. */
export const EventPanel = (props: {
  readonly auditId: string;
  readonly search: TrailSearch;
  readonly sayPatient: SayPatient;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { auditId } = props;
  const event = useRead(readAuditEvent, { auditId }, { enabled: auditId !== "" });
  return (
    <SidePanel
      open={auditId !== ""}
      onClose={props.onClose}
      title={event.data ? sayEvent(event.data) : t`A line of the trail`}
    >
      <Loaded read={event}>
        {(data) => (
          <>
            <Details event={data} sayPatient={props.sayPatient} />
            <Narrow event={data} search={props.search} />
          </>
        )}
      </Loaded>
    </SidePanel>
  );
};
