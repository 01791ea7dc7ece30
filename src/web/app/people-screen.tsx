import type { ReactNode } from "react";
import { readStaff } from "#domain/practice/staff.api.ts";
import { InviteForm } from "#web/access/invite-form.tsx";
import { PeopleScreen } from "#web/access/people-screen.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { Loaded } from "#web/ui/loaded.tsx";

/** What is known of a colleague stands in the form already, and what they sign is under their name. */
const InviteColleague = (props: {
  readonly staffId: string;
  readonly onClose: () => void;
}): ReactNode => (
  <Loaded read={useRead(readStaff, { staffId: props.staffId })}>
    {({ id: staffId, givenName, familyName, email }) => (
      <InviteForm
        invited={{ name: `${givenName} ${familyName}`, email: email ?? "", staffId, roles: [] }}
        onClose={props.onClose}
      />
    )}
  </Loaded>
);

/** Who may sign in, among them colleagues of the staff list, who are invited from there. */
export const PeopleWhoSignIn = (): ReactNode => <PeopleScreen inviteColleague={InviteColleague} />;
