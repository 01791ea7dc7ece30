import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { PersonState } from "#domain/access/person.ts";
import { Chip } from "#web/ui/chip.tsx";
import { MailIcon, RetireIcon } from "#web/ui/icons.ts";

/** Where somebody stands: with a shape and a word, never by colour alone. */
export const PersonStateChip = (props: { readonly state: PersonState }): ReactNode => {
  switch (props.state) {
    case "active":
      return (
        <Chip meaning="ontime">
          <Trans>Active</Trans>
        </Chip>
      );
    case "invited":
      return (
        <Chip icon={MailIcon}>
          <Trans>Invited</Trans>
        </Chip>
      );
    case "invitation-over":
      return (
        <Chip meaning="short">
          <Trans>Invitation over</Trans>
        </Chip>
      );
    case "ended":
      return (
        <Chip icon={RetireIcon}>
          <Trans>Ended</Trans>
        </Chip>
      );
  }
};
