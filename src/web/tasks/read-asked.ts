import { askedKinds, type AskedKind } from "#domain/tasks/asked-kind.ts";

/** What of which session a link asks somebody for; null where it asks for nothing of the kind. */
export const readAsked = (
  search: URLSearchParams,
): { readonly kind: AskedKind; readonly id: string } | null => {
  const kind = askedKinds.find((one) => one === search.get("ask"));
  const id = search.get("session") ?? "";
  return kind === undefined || id === "" ? null : { kind, id };
};
