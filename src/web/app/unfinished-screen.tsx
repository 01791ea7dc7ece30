import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { discardDraft, listAgedDrafts, listDrafts } from "#domain/drafts/draft.api.ts";
import type { Draft } from "#domain/drafts/draft.ts";
import { deedWords } from "#web/audit/deed-words.ts";
import { DraftAgeChip } from "#web/drafts/draft-age-chip.tsx";
import { typedWords } from "#web/drafts/typed-words.ts";
import { useCan } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { useRead } from "#web/platform/use-read.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { WritingIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Screen } from "#web/ui/screen.tsx";
import { Time } from "#web/ui/time.tsx";

/** What sending it would do, as a heading says it. */
const useSayAct = (): ((verb: string) => string) => {
  const { i18n, t } = useLingui();
  return (verb) => {
    const deed = deedWords[verb];
    if (deed === undefined) return t`Something unsent`;
    const words = i18n._(deed.todo);
    return words.charAt(0).toLocaleUpperCase(i18n.locale) + words.slice(1);
  };
};

const MyDraft = (props: { readonly draft: Draft }): ReactNode => {
  const { t } = useLingui();
  const say = useSayAct();
  const { draft } = props;
  const act = useAct(discardDraft, { done: t`Thrown away.` });
  return (
    <Row
      icon={WritingIcon}
      to={draft.place}
      title={say(draft.verb)}
      below={
        <>
          <Time at={draft.changedAt} /> · {typedWords(draft).join(" · ")}
        </>
      }
      marks={<DraftAgeChip changedAt={draft.changedAt} />}
      action={
        <Button size="small" busy={act.busy} onPress={() => void act.run({ draftId: draft.id })}>
          <Trans>Throw away</Trans>
        </Button>
      }
    />
  );
};

const MyDrafts = (): ReactNode => {
  const { t } = useLingui();
  const read = useRead(listDrafts, {});
  return (
    <Card flush title={<Trans>Typed and not sent</Trans>}>
      <Loaded read={read}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState>
              <Trans>
                Nothing lies unsent. What you type into a form is kept here until you send it or
                throw it away.
              </Trans>
            </EmptyState>
          ) : (
            <Rows label={t`Typed and not sent`}>
              {rows.map((draft) => (
                <MyDraft key={draft.id} draft={draft} />
              ))}
            </Rows>
          )
        }
      </Loaded>
    </Card>
  );
};

/** Whose work lies for more than a week, or whose owner left. What they wrote stays theirs. */
const AgedDrafts = (): ReactNode => {
  const { t } = useLingui();
  const say = useSayAct();
  const read = useRead(listAgedDrafts, {});
  return (
    <Card flush title={<Trans>Lying for more than a week, or left behind</Trans>}>
      <Loaded read={read}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState>
              <Trans>
                Nobody’s work lies that long. Drafts that do will stand here, by whose they are.
              </Trans>
            </EmptyState>
          ) : (
            <Rows label={t`Lying for more than a week, or left behind`}>
              {rows.map(({ id, ownerName, ownerLeft, verb, changedAt }) => (
                <Row
                  key={id}
                  title={
                    <>
                      {ownerName} · {say(verb)}
                    </>
                  }
                  below={<Time at={changedAt} />}
                  marks={
                    <>
                      {ownerLeft && (
                        <Chip meaning="risk">
                          <Trans>No longer works here</Trans>
                        </Chip>
                      )}
                      <DraftAgeChip changedAt={changedAt} />
                    </>
                  }
                />
              ))}
            </Rows>
          )
        }
      </Loaded>
    </Card>
  );
};

/** Everything the person has typed and not sent; for whoever looks after people, also whose work lies about. */
export const UnfinishedScreen = (): ReactNode => {
  const { t } = useLingui();
  const seesOthers = useCan("people:read");
  return (
    <Screen title={t`My unfinished work`}>
      <MyDrafts />
      {seesOthers && <AgedDrafts />}
    </Screen>
  );
};
