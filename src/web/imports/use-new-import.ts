import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { Label } from "#domain/basics/label.ts";
import { Problem } from "#domain/contract/problem.ts";
import {
  discardImport,
  receiveImportFile,
  rehearseImport,
  startImport,
} from "#domain/imports/import.api.ts";
import type { Import, ImportKind } from "#domain/imports/import.ts";
import { breakSentence, importProblemWords } from "#web/imports/import-words.ts";
import { useAddress } from "#web/platform/address.ts";
import { call } from "#web/platform/call.ts";
import { paths } from "#web/platform/paths.ts";
import { sayProblem } from "#web/platform/problem-words.ts";

/** A table by its ending; everything else is taken for FHIR, and said to be none where it is none. */
export const kindOf = (files: readonly File[]): ImportKind =>
  files.some(({ name }) => /\.(?:csv|tsv|tab|txt)$/i.test(name)) ? "patients-csv" : "fhir";

/** Why it did not go, as a sentence. */
export const sayImportProblem = (problem: unknown): string => {
  const known = problem instanceof Problem ? problem : new Problem("internal-error", 0);
  return sayProblem(known, {
    ...importProblemWords,
    "import-file-broken": breakSentence(known.values["why"]),
  });
};

/** Sends the files into an import of their own. Where one is broken, nothing of any is kept. */
const bringIn = async (
  files: readonly File[],
  facts: { readonly source: string; readonly label: Label },
): Promise<string> => {
  const kind = kindOf(files);
  let latest: Import = await call(startImport, { kind, ...facts });
  const importId = latest.id;
  try {
    for (const file of files) latest = await call(receiveImportFile, { importId, file });
  } catch (problem) {
    await call(discardImport, { importId, version: latest.version }).catch(() => undefined);
    throw problem;
  }
  if (kind === "fhir" && latest.entries > 0)
    await call(rehearseImport, { importId, version: latest.version });
  return importId;
};

/** What a new import needs: files, their system, and how closely they are to be kept. */
export const useNewImport = () => {
  const { t } = useLingui();
  const { go } = useAddress();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [source, setSource] = useState("");
  const [label, setLabel] = useState<Label | "">("restricted");
  const [busy, setBusy] = useState(false);
  const [sentence, setSentence] = useState<string | null>(null);
  const [refusals, setRefusals] = useState(0);
  const missing = (name: string, isMissing: boolean) =>
    isMissing ? [{ name, sentence: t`Fill this in.` }] : [];
  const lacking = [
    ...missing("file", files.length === 0),
    ...missing("source", source.trim() === ""),
  ];
  const [refused, setRefused] = useState<typeof lacking>([]);
  const refuse = (found: typeof lacking, said: string | null): void => {
    setRefused(found);
    setSentence(said);
    setRefusals((count) => count + 1);
  };
  const send = async (): Promise<void> => {
    setBusy(true);
    refuse([], null);
    try {
      const importId = await bringIn(files, { source, label: label === "" ? "restricted" : label });
      go(paths.import(importId));
    } catch (problem) {
      refuse([], sayImportProblem(problem));
    } finally {
      setBusy(false);
    }
  };
  const errorOf = (name: string) => refused.find((one) => one.name === name)?.sentence;
  return {
    files: { name: "file", files, onChange: setFiles, error: errorOf("file") },
    source: { name: "source", value: source, onChange: setSource, error: errorOf("source") },
    label: { name: "label", value: label, onChange: setLabel },
    kind: files.length === 0 ? null : kindOf(files),
    form: {
      submit: () => {
        if (lacking.length > 0) refuse(lacking, t`Two things are needed: a file and its system.`);
        else if (!busy) void send();
      },
      busy,
      sentence,
      refused,
      refusals,
    },
  };
};
