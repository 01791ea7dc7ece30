import { useState, useSyncExternalStore } from "react";

const neverChanges = () => () => undefined;

// The build renders the field where there is no document.
const typedInto = (name: string): string =>
  globalThis.document?.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value ?? "";

/** What was typed into a field that came with the page, before the code of the page was here; empty for a field that came later. */
export const useServedField = (name: string): string => {
  const isServed = useSyncExternalStore(
    neverChanges,
    () => false,
    () => true,
  );
  const [typed] = useState(() => (isServed ? typedInto(name) : ""));
  return typed;
};
