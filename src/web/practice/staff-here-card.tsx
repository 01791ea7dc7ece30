import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listStaff } from "#domain/practice/staff.api.ts";
import { staffName } from "#domain/practice/staff.ts";
import { paths } from "#web/platform/paths.ts";
import { useRead } from "#web/platform/use-read.ts";
import { positionWords } from "#web/practice/position-words.ts";
import { StaffMarks } from "#web/practice/staff-marks.tsx";
import { Card } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { StaffIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";

/** Who is based at a site. */
export const StaffHereCard = (props: { readonly siteId: string }): ReactNode => {
  const { i18n } = useLingui();
  const staff = useRead(
    listStaff,
    { siteId: props.siteId, limit: 200 },
    { alsoOn: ["credential"] },
  );
  return (
    <Card flush title={<Trans>Staff based here</Trans>} aside={staff.data?.total || undefined}>
      <Loaded read={staff}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState>
              <Trans>Nobody yet. A colleague’s own page says where they are based.</Trans>
            </EmptyState>
          ) : (
            <Rows>
              {rows.map((person) => (
                <Row
                  key={person.id}
                  icon={StaffIcon}
                  to={paths.staffMember(person.id)}
                  title={staffName(person)}
                  below={i18n._(positionWords[person.position])}
                  marks={<StaffMarks person={person} />}
                />
              ))}
            </Rows>
          )
        }
      </Loaded>
    </Card>
  );
};
