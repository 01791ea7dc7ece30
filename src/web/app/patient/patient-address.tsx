import { useEffect, useMemo, useState, type ReactNode } from "react";
import { AddressContext, type Address } from "#web/platform/address.ts";
import { beginVisit } from "#web/platform/visit.ts";
import { markMoved } from "#web/ui/first-screen.ts";

const here = (): string => location.pathname.replace(/(.)\/$/, "$1") + location.search;

/** The patient app's way from screen to screen: few, flat addresses need no router library. */
export const PatientAddress = (props: { readonly children: ReactNode }): ReactNode => {
  const [at, setAt] = useState(here);
  useEffect(() => {
    const follow = (): void => setAt(here());
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, []);
  const address = useMemo<Address>(() => {
    const [path = "/", query = ""] = at.split("?", 2);
    return {
      path,
      params: {},
      search: new URLSearchParams(query),
      go: (to, options) => {
        beginVisit();
        markMoved();
        if (options?.replace) history.replaceState(null, "", to);
        else history.pushState(null, "", to);
        setAt(here());
        scrollTo(0, 0);
      },
      prepare: () => undefined,
    };
  }, [at]);
  return <AddressContext value={address}>{props.children}</AddressContext>;
};
