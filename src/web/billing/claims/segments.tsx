import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { wordsOfSegment } from "#web/billing/claims/segment-words.ts";
import { SegmentList } from "#web/ui/segment-list.tsx";

/** The segments of a claim or a file, each with its name. `named`: the lines in which a receiver found something wrong. */
export const Segments = (props: {
  readonly segments: readonly string[];
  readonly named?: ReadonlySet<number>;
}): ReactNode => {
  const { t, i18n } = useLingui();
  return (
    <SegmentList
      label={t`Segments`}
      segments={props.segments.map((text, place) => {
        const words = wordsOfSegment(text);
        return {
          text,
          name: words === null || words === undefined ? "" : i18n._(words),
          isMarked: props.named?.has(place + 1) ?? false,
        };
      })}
    />
  );
};
