import type { ReactNode } from "react";

/** What is of use on a screen alone: an act, left out on paper. */
export const OnScreen = (props: { readonly children: ReactNode }): ReactNode => (
  <span className="sw-screen-only">{props.children}</span>
);
