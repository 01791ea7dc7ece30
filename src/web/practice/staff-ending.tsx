import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { bringBackStaff, retireStaff } from "#domain/practice/staff.api.ts";
import { supervisesOthers, type Staff } from "#domain/practice/staff.ts";
import { useAct } from "#web/platform/use-act.ts";
import { EndingActs } from "#web/practice/ending-acts.tsx";
import { practiceWords } from "#web/practice/practice-words.ts";
import { NotYetDialog } from "#web/practice/not-yet-dialog.tsx";
import { RetireDialog } from "#web/ui/retire-dialog.tsx";

const nameOf = (person: Staff): string => `${person.givenName} ${person.familyName}`;

/** Asks why somebody's work here ends; where they supervise others, says how many. */
const RetireStaff = (props: {
  readonly person: Staff;
  readonly open: boolean;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { person, open, onClose } = props;
  const name = nameOf(person);
  const retire = useAct(retireStaff, {
    done: t`${name} is retired.`,
    onDone: onClose,
    changes: ["site"],
    words: practiceWords,
    failureShownInPlace: true,
  });
  const supervises = supervisesOthers(person);
  if (supervises !== null)
    return (
      <NotYetDialog open={open} onClose={onClose} name={name}>
        <Plural
          value={supervises.count}
          one="# colleague is supervised by them. "
          other="# colleagues are supervised by them. "
        />
        <Trans>Give each another supervisor first.</Trans>
      </NotYetDialog>
    );
  return (
    <RetireDialog
      open={open}
      onClose={onClose}
      name={name}
      act={retire}
      keep={person.id}
      onRetire={(reason, draftId) =>
        void retire.run({ staffId: person.id, version: person.version, reason }, draftId)
      }
    >
      <Trans>
        They are offered for nothing new. What they signed stays theirs. Their sign-in is ended
        under Sign-ins.
      </Trans>
    </RetireDialog>
  );
};

/** Ends somebody's work here, or takes them back. */
export const StaffEnding = (props: { readonly person: Staff }): ReactNode => {
  const { t } = useLingui();
  const { person } = props;
  const name = nameOf(person);
  const bringBack = useAct(bringBackStaff, {
    done: t`${name} works here again.`,
    changes: ["site"],
    words: practiceWords,
  });
  return (
    <EndingActs
      kind="staff"
      record={person}
      isComingBack={bringBack.busy}
      onBringBack={() => void bringBack.run({ staffId: person.id, version: person.version })}
    >
      {(asking) => <RetireStaff person={person} {...asking} />}
    </EndingActs>
  );
};
