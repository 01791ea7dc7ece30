import { Plural } from "@lingui/react/macro";
import type { ReactNode } from "react";

/** Days that a sum of money leaves out: without a price, or not over yet. */
export const NotSummed = (props: {
  readonly unpriced: number;
  readonly running: number;
}): ReactNode => (
  <>
    {props.unpriced > 0 && (
      <>
        , <Plural value={props.unpriced} one="# unpriced" other="# unpriced" />
      </>
    )}
    {props.running > 0 && (
      <>
        {" · "}
        <Plural value={props.running} one="# still runs" other="# still run" />
      </>
    )}
  </>
);
