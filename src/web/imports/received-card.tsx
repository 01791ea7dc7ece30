import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listReceivedRecords, type ReceivedRecord } from "#domain/imports/received.api.ts";
import { resourceWords } from "#web/imports/import-words.ts";
import { sayCalendarDate } from "#web/platform/dates.ts";
import { useRead } from "#web/platform/use-read.ts";
import { Card } from "#web/ui/card.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";

const sayDetails = ({ summary, source }: ReceivedRecord): string => {
  const { code, status, on, detail } = summary;
  return [code, status, on === null ? null : sayCalendarDate(on), detail, source]
    .filter((part) => part !== null && part !== "")
    .join(" · ");
};

/** What another system said of a person and has no place of its own here yet. To read, not to change. */
export const ReceivedCard = (props: { readonly patientId: string }): ReactNode => {
  const { t, i18n } = useLingui();
  const { data } = useRead(listReceivedRecords, { patientId: props.patientId }, { quiet: true });
  if (data === undefined || data.rows.length === 0) return null;
  return (
    <Card
      title={t`Received from elsewhere`}
      aside={<Trans>As it came; nobody here has confirmed it</Trans>}
    >
      <Rows label={t`Received from elsewhere`}>
        {data.rows.map((record) => {
          const kind = resourceWords[record.resourceType];
          const said = kind === undefined ? record.resourceType : i18n._(kind);
          return (
            <Row
              key={record.id}
              title={record.summary.title}
              below={sayDetails(record)}
              marks={said}
            />
          );
        })}
      </Rows>
    </Card>
  );
};
