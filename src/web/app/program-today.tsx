import type { ReactNode } from "react";
import { readProgramFigures } from "#domain/reporting/program-figures.api.ts";
import { useCan } from "#web/platform/session.tsx";
import { useRead, type Read } from "#web/platform/use-read.ts";
import type { Output } from "#domain/contract/route.ts";
import { ProgramPictures } from "#web/reporting/program-pictures.tsx";
import { ProgramStrip } from "#web/reporting/program-strip.tsx";
import { CardGrid } from "#web/ui/card-grid.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";

type Figures = Read<Output<typeof readProgramFigures>>;

/** The figures of the program for whoever answers for it; null for everybody else. */
export const useProgramFigures = (asked: { readonly siteId?: string }): Figures | null => {
  const maySee = useCan("reports:read");
  const read = useRead(readProgramFigures, asked, {
    enabled: maySee,
    keepWhileLoading: true,
    alsoOn: ["enrollment", "attendance", "session", "note", "task", "day-charge"],
  });
  return maySee ? read : null;
};

/** The figures of today, above everything else. */
export const ProgramTodayStrip = (props: { readonly read: Figures }): ReactNode => (
  <Loaded read={props.read} skeleton={<Skeleton rows={1} />}>
    {(figures) => <ProgramStrip figures={figures} />}
  </Loaded>
);

/** The last weeks, below the work. Where the figures could not be loaded, the strip above says so. */
export const ProgramWeeks = (props: { readonly read: Figures }): ReactNode =>
  props.read.data === undefined ? null : (
    <CardGrid>
      <ProgramPictures figures={props.read.data} />
    </CardGrid>
  );
