import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { spokenPhone } from "#domain/basics/phone.ts";
import type { ClosingCall, ClosingCalls } from "#domain/scheduling/closure.ts";
import { sayMoment } from "#web/platform/dates.ts";
import { useSayOtherZone } from "#web/platform/other-zone.ts";
import { paths } from "#web/platform/paths.ts";
import { useSayReach } from "#web/platform/reach-words.ts";
import type { Read } from "#web/platform/use-read.ts";
import { scheduleWords } from "#web/scheduling/schedule-words.ts";
import { Button } from "#web/ui/button.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { ListExport } from "#web/ui/list-export.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Note } from "#web/ui/note.tsx";
import { PanelPart } from "#web/ui/panel-part.tsx";
import { Quiet } from "#web/ui/quiet.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import type { ExportedColumn } from "#web/ui/table-column.ts";

/** So many stand there at once; the form and the other closed days stay near. */
const fewCalls = 5;

const useColumns = (): readonly ExportedColumn<ClosingCall>[] => {
  const { t } = useLingui();
  const sayOtherZone = useSayOtherZone();
  const sayReach = useSayReach();
  return [
    { head: t`Name`, value: ({ name }) => name },
    { head: t`Phone`, value: ({ phone }) => phone && spokenPhone(phone) },
    { head: t`You may`, value: (call) => call.phone && sayReach(call) },
    { head: t`Guardian`, value: ({ guardian }) => guardian?.name ?? null },
    {
      head: t`Phone of the guardian`,
      value: ({ guardian }) => guardian && spokenPhone(guardian.phone),
    },
    {
      head: t`Would come`,
      value: ({ startsAt, zone }) => `${sayMoment(startsAt, zone)}${sayOtherZone(zone)}`,
    },
    { head: t`To`, value: ({ sessionName }) => sessionName },
    { head: t`Sessions called off`, value: ({ sessions }) => sessions },
    {
      head: t`Too long without a service`,
      value: ({ hasLongGap }) => (hasLongGap ? t`yes` : null),
    },
  ];
};

/** A minor without a number of their own. */
const isReachedByGuardian = ({ phone, guardian }: ClosingCall): boolean =>
  phone === null && guardian !== null;

/** How somebody is reached: a number to press where it may be called, else what is in the way. */
const Way = ({ call }: { readonly call: ClosingCall }): ReactNode => {
  const sayReach = useSayReach();
  const { phone } = call;
  if (isReachedByGuardian(call)) return null;
  if (phone === null)
    return <Trans>No phone: see the facts of their chart, with whom to ask.</Trans>;
  const [number, ways] = [spokenPhone(phone), sayReach(call)];
  if (ways === "") return <Trans>{number}: neither call, text nor leave voicemail</Trans>;
  const shown = call.phoneMayBeCalled ? <a href={`tel:+1${phone}`}>{number}</a> : number;
  return (
    <Trans>
      {shown}: {ways}
    </Trans>
  );
};

/** Whoever is the guardian of a minor by law: their number stands beside the minor's own. */
const Guardian = ({ call }: { readonly call: ClosingCall }): ReactNode => {
  if (call.guardian === null) return null;
  const { name, phone } = call.guardian;
  return (
    <>
      <Trans>
        {name}, legal guardian: <a href={`tel:+1${phone}`}>{spokenPhone(phone)}</a>
      </Trans>
      <br />
    </>
  );
};

const Calls = (props: {
  readonly rows: readonly ClosingCall[];
  /** All of one session, which is named above. */
  readonly isOne: boolean;
}): ReactNode => {
  const { t } = useLingui();
  const sayOtherZone = useSayOtherZone();
  return (
    <Rows label={t`Whom to call`}>
      {props.rows.map((call) => {
        const { patientId, name, sessionName, sessions } = call;
        const when = `${sayMoment(call.startsAt, call.zone)}${sayOtherZone(call.zone)}`;
        const more = sessions - 1;
        return (
          <Row
            key={patientId}
            to={paths.patientFacts(patientId)}
            title={name}
            marks={
              call.hasLongGap && (
                <Chip meaning="short">
                  <Trans>Too long without a service</Trans>
                </Chip>
              )
            }
            below={
              <>
                <Way call={call} />
                {!isReachedByGuardian(call) && <br />}
                <Guardian call={call} />
                {!props.isOne && `${when} · ${sessionName}`}
                {more > 0 && (
                  <>
                    {" "}
                    <Plural value={more} one="and # more" other="and # more" />
                  </>
                )}
              </>
            }
          />
        );
      })}
    </Rows>
  );
};

/** Whose seats are taken from them, whoever would come first at the top: nobody hears of it but by somebody's call. */
export const CallsPart = (props: {
  readonly read: Read<ClosingCalls>;
  /** The name of the file. */
  readonly list: "closing-calls" | "session-calls";
  readonly nobody: ReactNode;
  readonly all?: boolean;
}): ReactNode => {
  const { read } = props;
  const [all, setAll] = useState(props.all ?? false);
  const columns = useColumns();
  const isOne = props.list === "session-calls";
  const count = read.data?.total ?? 0;
  const listed = read.data?.rows.length ?? 0;
  return (
    <PanelPart
      title={<Trans>Whom to call</Trans>}
      hint={
        count > 0 &&
        (isOne ? (
          <Plural
            value={count}
            one="# person, before they come"
            other="# people, before they come"
          />
        ) : (
          <Plural
            value={count}
            one="# person, before they come"
            other="# people, whoever would come first at the top"
          />
        ))
      }
    >
      <Loaded read={read} words={scheduleWords}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <p>{props.nobody}</p>
          ) : (
            <>
              <ListExport
                list={props.list}
                columns={columns}
                rows={() => rows}
                patientOf={({ patientId }) => patientId}
                isNarrowed={listed < total}
              />
              {listed < total && (
                <Note meaning="short">
                  <Trans>
                    Only the first {listed} of {total} are listed, also in the file. The others
                    stand in their sessions.
                  </Trans>
                </Note>
              )}
              {rows.some(({ guardian }) => guardian !== null) && (
                <Quiet>
                  <Trans>
                    To a guardian say only that there is no session, unless a consent of the chart
                    lets you say more.
                  </Trans>
                </Quiet>
              )}
              <Calls rows={all ? rows : rows.slice(0, fewCalls)} isOne={isOne} />
              {!all && listed > fewCalls && (
                <Button kind="quiet" onPress={() => setAll(true)}>
                  <Trans>Show all {listed}</Trans>
                </Button>
              )}
            </>
          )
        }
      </Loaded>
    </PanelPart>
  );
};
