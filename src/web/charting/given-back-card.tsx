import { Plural, Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listCosignatures } from "#domain/charting/member-note.api.ts";
import { NoteChip } from "#web/charting/note-chip.tsx";
import { paths } from "#web/platform/paths.ts";
import { useRead } from "#web/platform/use-read.ts";
import { Card } from "#web/ui/card.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Time } from "#web/ui/time.tsx";

const mostShown = 50;

/** What a supervisor gave back and its author has not put right yet; nothing where there is none. */
export const GivenBackCard = (): ReactNode => {
  const { data } = useRead(
    listCosignatures,
    { whose: "returned", limit: mostShown },
    { alsoOn: ["note"], quiet: true },
  );
  if (data === undefined || data.rows.length === 0) return null;
  const { rows, total } = data;
  return (
    <Card
      flush
      title={<Trans>Returned by you</Trans>}
      aside={
        <Plural
          value={total}
          one="# note waits for its author"
          other="# notes wait for their authors"
        />
      }
    >
      <Rows>
        {rows.map(({ id, state, patientName, serviceDate, sessionName, authorName, comment }) => (
          <Row
            key={id}
            to={paths.note(id)}
            title={
              <Trans>
                {patientName}, by {authorName}
              </Trans>
            }
            below={
              <>
                <Time at={serviceDate} as="day" /> · {sessionName}
                {comment !== null && (
                  <>
                    {" · "}
                    <Trans>To put right: {comment}</Trans>
                  </>
                )}
              </>
            }
            marks={<NoteChip state={state} />}
          />
        ))}
      </Rows>
    </Card>
  );
};
