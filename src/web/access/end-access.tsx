import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { endAccess, type Person } from "#domain/access/people.api.ts";
import { faultOfEnding } from "#domain/access/person.policy.ts";
import { endingKindOf } from "#web/access/ending-kind.ts";
import { peopleWords } from "#web/access/people-words.ts";
import { useSession } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { ConfirmDialog } from "#web/ui/confirm-dialog.tsx";
import { RetireIcon } from "#web/ui/icons.ts";
import { Row, Rows } from "#web/ui/rows.tsx";

interface EndingWords {
  readonly verb: ReactNode;
  readonly question: ReactNode;
  readonly does: ReactNode;
  readonly after: ReactNode;
}

const accessWords = (name: string): EndingWords => ({
  verb: <Trans>End access</Trans>,
  question: <Trans>End the access of {name}?</Trans>,
  does: (
    <Trans>
      Signs {name} out of this organization everywhere, at once. What they did stays in the records
      under their name.
    </Trans>
  ),
  after: <Trans>It ends now. To come back, they need a new invitation.</Trans>,
});

/** Ending is taking a letter back for whoever never came in: nobody is signed out, and nothing stands under their name. */
const endingWords = (person: Person): EndingWords => {
  const { name } = person;
  const kind = endingKindOf(person);
  if (kind === "access") return accessWords(name);
  return {
    verb: <Trans>Withdraw the invitation</Trans>,
    question: <Trans>Withdraw the invitation of {name}?</Trans>,
    does:
      kind === "open-invitation" ? (
        <Trans>The link in the letter opens nothing from then on.</Trans>
      ) : (
        <Trans>The link in the letter has ended already; nobody waits for {name} any more.</Trans>
      ),
    after: <Trans>It ends now. To come in after all, they need a new invitation.</Trans>,
  };
};

/** Ends somebody's access at once, with a reason. Where the rules forbid it, says why instead of offering it. */
export const EndAccess = (props: {
  readonly person: Person;
  readonly otherAdministrators: number;
}): ReactNode => {
  const { t, i18n } = useLingui();
  const [asking, setAsking] = useState(false);
  const { account } = useSession();
  const { person, otherAdministrators } = props;
  const act = useAct(endAccess, {
    done:
      person.state === "active"
        ? t`The access of ${person.name} has ended.`
        : t`The invitation of ${person.name} is withdrawn.`,
    onDone: () => setAsking(false),
    words: peopleWords,
    changes: ["home"],
    failureShownInPlace: true,
  });
  const fault = faultOfEnding(person, { accountId: account.id }, otherAdministrators);
  const why = fault && peopleWords[fault];
  const { verb, question, does, after } = endingWords(person);
  return (
    <Card flush>
      <Rows>
        <Row
          icon={RetireIcon}
          title={verb}
          below={why ? i18n._(why) : does}
          action={
            !why && (
              <Button kind="danger" onPress={() => setAsking(true)}>
                {verb}
              </Button>
            )
          }
        />
      </Rows>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={question}
        verb={verb}
        danger
        reasonLabel={<Trans>Reason</Trans>}
        reasonHint={<Trans>Kept in the history. Not about health.</Trans>}
        act={act}
        keep={person.id}
        onConfirm={(reason, draftId) => void act.run({ affiliationId: person.id, reason }, draftId)}
      >
        <p>{after}</p>
      </ConfirmDialog>
    </Card>
  );
};
