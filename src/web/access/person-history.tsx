import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { MessageDescriptor } from "@lingui/core";
import type { ReactNode } from "react";
import type { Revision } from "#domain/basics/revision.ts";
import { sayRole } from "#web/access/role-words.ts";
import { AddIcon, DoneIcon, EditIcon, MailIcon, RetireIcon, type Icon } from "#web/ui/icons.ts";
import { Timeline } from "#web/ui/timeline.tsx";

const verbs: Readonly<Record<string, { readonly word: MessageDescriptor; readonly icon: Icon }>> = {
  invite: { word: msg`Invited`, icon: MailIcon },
  "invite-again": { word: msg`Invitation sent again`, icon: MailIcon },
  accept: { word: msg`Accepted the invitation`, icon: DoneIcon },
  add: { word: msg`Added`, icon: AddIcon },
  "change-roles": { word: msg`Roles changed`, icon: EditIcon },
  rename: { word: msg`Name changed`, icon: EditIcon },
  end: { word: msg`Access ended`, icon: RetireIcon },
};

const rolesIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(String) : [];

/** Everything that was decided about somebody's access: who, when, why. */
export const PersonHistory = (props: {
  readonly history: readonly Revision[];
  readonly zone: string;
}): ReactNode => {
  const { t, i18n } = useLingui();
  const sayRoles = (value: unknown): string =>
    rolesIn(value)
      .map((role) => sayRole(i18n, role))
      .join(", ");
  const sayNames = ({ changes }: Revision): string => {
    const before = String(changes["name"]?.from);
    const after = String(changes["name"]?.to);
    return t`From ${before} to ${after}`;
  };
  const detailOf = (revision: Revision): string | null => {
    const { reason, changes } = revision;
    const { roles } = changes;
    const before = sayRoles(roles?.from);
    const after = sayRoles(roles?.to);
    const told = [
      roles && (before === "" ? after : t`From ${before} to ${after}`),
      revision.verb === "rename" && sayNames(revision),
      reason,
    ].filter(Boolean);
    return told.length === 0 ? null : told.join(". ");
  };
  return (
    <Timeline
      entries={props.history.map((revision) => {
        const verb = verbs[revision.verb];
        return {
          id: revision.id,
          at: revision.changedAt,
          zone: props.zone,
          title: verb ? i18n._(verb.word) : revision.verb,
          detail: detailOf(revision),
          by: revision.actorName,
          icon: verb?.icon ?? EditIcon,
        };
      })}
    />
  );
};
