import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listLateNotes } from "#domain/reporting/late-note.api.ts";
import { toDoIn } from "#domain/reporting/late-note.ts";
import { useSearchWord } from "#web/platform/address.ts";
import { paths } from "#web/platform/paths.ts";
import { useRead } from "#web/platform/use-read.ts";
import { useSite } from "#web/platform/use-site.ts";
import { LateNotesTable } from "#web/reporting/late-notes-table.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Screen } from "#web/ui/screen.tsx";
import { SiteSelect } from "#web/platform/site-select.tsx";
import { Tabs } from "#web/ui/tabs.tsx";

const None = (): ReactNode => (
  <EmptyState
    action={
      <Button to={paths.sessions}>
        <Trans>Sessions</Trans>
      </Button>
    }
  >
    <Trans>
      Every note is signed and all attendance entered. Notes are written in the room of a session.
    </Trans>
  </EmptyState>
);

/** Nothing of one's own is not nothing at all: what colleagues have not signed is said in the same breath. */
const NoneOfMine = (props: { readonly onAll: () => void }): ReactNode => {
  const everybody = useRead(
    listLateNotes,
    { whose: "all" },
    { alsoOn: ["session", "note", "attendance"], quiet: true },
  );
  const { notes, late, seats } = toDoIn(everybody.data?.rows ?? []);
  if (everybody.data !== undefined && notes + seats === 0) return <None />;
  return (
    <EmptyState
      action={
        <Button onPress={props.onAll}>
          <Trans>Everybody’s</Trans>
        </Button>
      }
    >
      <Trans>Of the sessions that are over, you have signed and entered all of yours.</Trans>{" "}
      {notes > 0 && (
        <Plural
          value={notes}
          one={`Colleagues have # note to sign, ${late} late.`}
          other={`Colleagues have # notes to sign, ${late} late.`}
        />
      )}{" "}
      {seats > 0 && (
        <Plural
          value={seats}
          one="Colleagues have the attendance of # person to enter."
          other="Colleagues have the attendance of # people to enter."
        />
      )}
    </EmptyState>
  );
};

/** Sessions that are over and whose notes are not all signed, or whose seats are not all entered, the oldest first. */
export const LateNotesScreen = (): ReactNode => {
  const { t } = useLingui();
  const [word, setWord] = useSearchWord("whose");
  const whose = word === "all" ? "all" : "mine";
  const site = useSite();
  const read = useRead(
    listLateNotes,
    { whose, ...site.asked },
    { alsoOn: ["session", "note", "attendance"], keepWhileLoading: true },
  );
  return (
    <Screen
      title={t`Notes to sign`}
      above={[{ label: t`Today`, to: paths.home }]}
      facts={t`Due by the end of the day after the session, the oldest first. The last 60 days, and any earlier session whose missing note holds a day from billing.`}
      otherActions={<SiteSelect site={site} />}
    >
      <Tabs
        label={t`Whose`}
        tabs={[
          { name: "mine", label: <Trans>Mine</Trans> },
          { name: "all", label: <Trans>Everybody’s</Trans> },
        ]}
        chosen={whose}
        onChoose={(name) => setWord(name === "mine" ? "" : name)}
      >
        <Loaded read={read}>
          {({ rows }) => {
            const { notes, late, seats } = toDoIn(rows);
            return (
              <Card
                flush
                title={<Trans>Sessions</Trans>}
                aside={
                  rows.length > 0 && (
                    <>
                      <Trans>
                        {late} late of {notes} notes to sign
                      </Trans>
                      {seats > 0 && (
                        <>
                          {" · "}
                          <Plural
                            value={seats}
                            one="attendance of # person to enter"
                            other="attendance of # people to enter"
                          />
                        </>
                      )}
                    </>
                  )
                }
              >
                <LateNotesTable
                  rows={rows}
                  empty={whose === "mine" ? <NoneOfMine onAll={() => setWord("all")} /> : <None />}
                />
              </Card>
            );
          }}
        </Loaded>
      </Tabs>
    </Screen>
  );
};
