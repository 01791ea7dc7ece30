import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Membership } from "#domain/scheduling/membership.ts";
import { sayDate } from "#web/platform/dates.ts";
import { paths } from "#web/platform/paths.ts";
import { useSay } from "#web/platform/use-say.ts";
import { endWords } from "#web/scheduling/schedule-words.ts";
import { Chip } from "#web/ui/chip.tsx";
import { HeldIcon, LeaveIcon, PeopleIcon, SwitchIcon, UndoIcon } from "#web/ui/icons.ts";
import type { MenuAct } from "#web/ui/menu.tsx";
import { MoreMenu } from "#web/ui/more-menu.tsx";
import { Row } from "#web/ui/rows.tsx";

export type MemberAct = "leave" | "transfer" | "pause" | "withdraw";

const Since = (props: { readonly member: Membership; readonly today: string }): ReactNode => {
  const say = useSay();
  const { member, today } = props;
  const from = sayDate(member.startsOn);
  if (member.endsOn === null)
    return member.startsOn > today ? <Trans>from {from}</Trans> : <Trans>since {from}</Trans>;
  const to = sayDate(member.endsOn);
  const why = member.endReason === null ? "" : ` · ${say(endWords, member.endReason)}`;
  return (
    <>
      <Trans>
        {from} to {to}
      </Trans>
      {why}
    </>
  );
};

const TakenBack = (props: { readonly member: Membership }): ReactNode => {
  const { withdrawn } = props.member;
  const by = withdrawn?.by ?? "";
  const reason = withdrawn?.reason ?? "";
  return (
    <Trans>
      seat taken back by {by}: {reason}
    </Trans>
  );
};

const useActs = (member: Membership, onAsk: (act: MemberAct) => void): readonly MenuAct[] => {
  const { t } = useLingui();
  const act = (name: MemberAct, label: string, icon: MenuAct["icon"]): MenuAct => ({
    label,
    ...(icon !== undefined && { icon }),
    onPress: () => onAsk(name),
  });
  const back = { ...act("withdraw", t`Given by mistake: take back`, UndoIcon), danger: true };
  if (member.endsOn !== null) return [back];
  return [
    act("pause", t`Pause`, HeldIcon),
    act("transfer", t`Transfer to another group`, SwitchIcon),
    { ...act("leave", t`Leave the group`, LeaveIcon), danger: true },
    back,
  ];
};

/** One membership: who, since when, and what can be done with it. */
export const MemberRow = (props: {
  readonly member: Membership;
  readonly today: string;
  /** The one whose seat was asked for. */
  readonly sought: boolean;
  /** Undefined where nothing may be done. */
  readonly onAsk: ((act: MemberAct) => void) | undefined;
}): ReactNode => {
  const { t } = useLingui();
  const { member, today, onAsk } = props;
  const name = member.patientName;
  const isOver = member.withdrawn !== null || (member.endsOn !== null && member.endsOn < today);
  const acts = useActs(member, (act) => onAsk?.(act));
  return (
    <Row
      icon={PeopleIcon}
      to={paths.patient(member.patientId)}
      title={name}
      quiet={isOver}
      sought={props.sought}
      below={
        <>
          {member.levelName} ·{" "}
          {member.withdrawn === null ? (
            <Since member={member} today={today} />
          ) : (
            <TakenBack member={member} />
          )}
        </>
      }
      {...(member.withdrawn !== null && { marks: <Chip>{t`Taken back`}</Chip> })}
      {...(onAsk !== undefined &&
        member.withdrawn === null && {
          action: <MoreMenu label={t`More about ${name}`} acts={acts} />,
        })}
    />
  );
};
