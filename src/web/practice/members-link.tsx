import type { ReactNode } from "react";
import type { StaffRow } from "#domain/practice/staff.ts";
import { sayCount } from "#web/platform/numbers.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { Link } from "#web/ui/link.tsx";

/** How many are in care of a colleague, and the way to them in the census, for whoever may open that. */
export const MembersLink = (props: {
  readonly person: Pick<StaffRow, "memberCount" | "givenName" | "familyName">;
}): ReactNode => {
  const { memberCount, givenName, familyName } = props.person;
  const maySeeCensus = useCan("reports:read");
  if (memberCount === null) return null;
  const said = sayCount(memberCount);
  const therapist = new URLSearchParams({ "census.therapist": `${givenName} ${familyName}` });
  return memberCount > 0 && maySeeCensus ? (
    <Link to={`${paths.census}?${therapist.toString()}`}>{said}</Link>
  ) : (
    said
  );
};
