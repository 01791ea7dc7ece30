import { useSearchWord } from "#web/platform/address.ts";

/** Which site a screen is narrowed to. The address keeps it; empty is all of them. */
export const useSite = () => {
  const [siteId, choose] = useSearchWord("site");
  return { siteId, choose, asked: siteId === "" ? {} : { siteId } };
};

export type SiteChosen = ReturnType<typeof useSite>;

/** A way to rows that stay narrowed to the same site. */
export const atSite = (to: string, siteId: string): string =>
  siteId === "" ? to : `${to}${to.includes("?") ? "&" : "?"}site=${encodeURIComponent(siteId)}`;
