import { useEffect, useMemo, useState, type ReactNode } from "react";
import { AddressContext, type Address } from "#web/platform/address.ts";
import { beginVisit } from "#web/platform/visit.ts";
import { markMoved } from "#web/ui/first-screen.ts";
import { Skeleton } from "#web/ui/skeleton.tsx";

const here = (): string => location.pathname.replace(/(.)\/$/, "$1") + location.search;

/** The parts of a path that its screen reads; null where the path is not of this page. */
type ReadPath = (path: string) => Address["params"] | null;

/** The way from screen to screen where few, flat addresses need no router library. Other addresses are other pages. */
export const PlainAddress = (props: {
  readonly readPath: ReadPath;
  readonly children: ReactNode;
}): ReactNode => {
  const { readPath } = props;
  const [at, setAt] = useState(here);
  // The page makes room for the one of another address; out of the browser's memory it comes back as it was.
  const [isLeaving, setLeaving] = useState(false);
  useEffect(() => {
    const follow = (): void => setAt(here());
    const comeBack = (): void => setLeaving(false);
    addEventListener("popstate", follow);
    addEventListener("pageshow", comeBack);
    return () => {
      removeEventListener("popstate", follow);
      removeEventListener("pageshow", comeBack);
    };
  }, []);
  const address = useMemo<Address>(() => {
    const [path = "/", query = ""] = at.split("?", 2);
    return {
      path,
      params: readPath(path) ?? {},
      search: new URLSearchParams(query),
      go: (to, options) => {
        const isInstead = options?.replace === true;
        if (readPath(new URL(to, location.href).pathname) === null) {
          setLeaving(true);
          if (isInstead) location.replace(to);
          else location.assign(to);
          return;
        }
        beginVisit();
        markMoved();
        if (isInstead) history.replaceState(null, "", to);
        else history.pushState(null, "", to);
        setAt(here());
        scrollTo(0, 0);
      },
      prepare: () => undefined,
    };
  }, [at, readPath]);
  return (
    <AddressContext value={address}>{isLeaving ? <Skeleton /> : props.children}</AddressContext>
  );
};
