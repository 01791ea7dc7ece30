import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { labels } from "#domain/basics/label.ts";
import { labelChoiceWords } from "#web/imports/import-words.ts";
import { useNewImport } from "#web/imports/use-new-import.ts";
import { useChoices } from "#web/platform/use-choices.ts";
import { Button } from "#web/ui/button.tsx";
import { FileField } from "#web/ui/file-field.tsx";
import { Form } from "#web/ui/form.tsx";
import { Note } from "#web/ui/note.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";

const strictestFirst = labels.toReversed();

/** Files of another system. They are only looked at; nobody is changed before somebody says so. */
export const NewImportForm = (props: { readonly onClose: () => void }): ReactNode => {
  const { t } = useLingui();
  const { files, source, label, kind, form } = useNewImport();
  return (
    <Form
      form={form}
      submit={<Trans>Look at the file</Trans>}
      actions={
        <Button onPress={props.onClose}>
          <Trans>Cancel</Trans>
        </Button>
      }
    >
      <FileField
        label={t`File`}
        hint={t`FHIR R4 (a Bundle or NDJSON, several files if need be), or a table of people (CSV). Up to 200 MB.`}
        accept=".json,.ndjson,.jsonl,.csv,.tsv,.tab,.txt"
        several
        {...files}
      />
      {kind !== null && (
        <Note>
          {kind === "fhir" ? (
            <Trans>Read as FHIR: people, contacts, policies and what is kept as received.</Trans>
          ) : (
            <Trans>Read as a table of people. Which column is what, you say next.</Trans>
          )}
        </Note>
      )}
      <TextField
        label={t`Which system it comes from`}
        hint={t`Always the same name for the same system: by it a person is known again.`}
        maxLength={80}
        {...source}
      />
      <SelectField
        label={t`What kind of care it was`}
        hint={t`What a substance use program disclosed stays protected here (42 CFR 2.12(d)). Not known means: few see it.`}
        choices={useChoices(strictestFirst, labelChoiceWords)}
        {...label}
      />
    </Form>
  );
};
