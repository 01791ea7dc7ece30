import { Plural, Trans } from "@lingui/react/macro";
import { Fragment, type ReactNode } from "react";
import { readLevelOfCareUse } from "#domain/programs/level-of-care.api.ts";
import type { LevelOfCare } from "#domain/programs/level-of-care.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { Link } from "#web/ui/link.tsx";

const Stays = (props: { readonly level: LevelOfCare; readonly count: number }): ReactNode => {
  const maySee = useCan("reports:read");
  const { level, count } = props;
  if (count === 0) return <Trans>Nobody in care has it.</Trans>;
  const said = (
    <Plural value={count} one="# person in care has it." other="# people in care have it." />
  );
  const narrowed = new URLSearchParams({ "census.level": level.name });
  return maySee ? <Link to={`${paths.census}?${narrowed.toString()}`}>{said}</Link> : said;
};

/** Who has a level of care, with a way to each: said before somebody ends its offering. */
export const LevelUse = (props: { readonly level: LevelOfCare }): ReactNode => {
  const { level } = props;
  const { data } = useRead(readLevelOfCareUse, { levelOfCareId: level.id }, { quiet: true });
  if (data === undefined) return null;
  const { programs, stayCount } = data;
  const names = programs.map(({ id, name }, place) => (
    <Fragment key={id}>
      {place > 0 && ", "}
      <Link to={paths.program(id)}>{name}</Link>
    </Fragment>
  ));
  return (
    <>
      <Stays level={level} count={stayCount} />{" "}
      {programs.length === 0 ? (
        <Trans>No program offers it.</Trans>
      ) : (
        <Trans>Programs that offer it: {names}.</Trans>
      )}{" "}
    </>
  );
};
