/**
 * Under which names the entry that a FHIR reference means may stand in a file: its whole address, and `Patient/123`, which is
 * how an address ends. A reference into the resource itself (`#1`) and a search (`Patient?identifier=…`) name none.
 */
export const referenceNames = (reference: string | undefined): readonly string[] => {
  const text = reference?.trim() ?? "";
  if (text === "" || text.length > 1000 || text.startsWith("#") || text.includes("?")) return [];
  const [plain] = text.split("/_history/");
  const whole = plain ?? text;
  const ending = /(?:^|\/)([A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64})$/.exec(whole)?.[1];
  return ending === undefined || ending === whole ? [whole] : [whole, ending];
};

/** The number a reference names somebody by: said apart, or in a search (`Patient?identifier=system|value`). */
export const referenceIdentifier = (reference: {
  readonly reference?: string | undefined;
  readonly identifier?:
    | { readonly system?: string | undefined; readonly value?: string | undefined }
    | undefined;
}): { system: string; value: string } | null => {
  const { system, value } = reference.identifier ?? {};
  if (system !== undefined && value !== undefined) return { system, value };
  const searched = /[?&]identifier=([^&]+)/.exec(reference.reference ?? "")?.[1];
  const [before, after] = (searched ?? "").split("|", 2);
  return before !== undefined && before !== "" && after !== undefined && after !== ""
    ? { system: before, value: after }
    : null;
};
