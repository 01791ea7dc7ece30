import { createContext, use } from "react";

/** Where the person is, and how to go elsewhere. Each app gives its own router's. */
export interface Address {
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly search: URLSearchParams;
  readonly go: (to: string, options?: { replace?: boolean }) => void;
  /** Fetches the code of a screen before it is asked for. */
  readonly prepare: (to: string) => void;
}

export const AddressContext = createContext<Address | null>(null);

export const useAddress = (): Address => {
  const address = use(AddressContext);
  if (!address) throw new Error("A screen stands outside of AddressContext.");
  return address;
};

/** A part of the path, as named in the route: `useParam("siteId")`. */
export const useParam = (name: string): string => {
  const value = useAddress().params[name];
  if (value === undefined) throw new Error(`This screen's route has no $${name}.`);
  return value;
};

/** A word kept in the address (`?state=OR`), so that going back and sharing a link keep it. Empty means absent. */
export const useSearchWord = (name: string): [string, (value: string) => void] => {
  const { path, search, go } = useAddress();
  const set = (value: string): void => {
    const next = new URLSearchParams(search);
    if (value === "") next.delete(name);
    else next.set(name, value);
    const text = next.toString();
    go(text === "" ? path : `${path}?${text}`, { replace: true });
  };
  return [search.get(name) ?? "", set];
};
