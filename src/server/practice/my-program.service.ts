import { notFound } from "#domain/contract/problem.ts";
import type { Output } from "#domain/contract/route.ts";
import { readMyProgram } from "#domain/practice/my-program.api.ts";
import type { Work } from "#server/platform/work.ts";
import { listProgramSites } from "#server/practice/my-program.queries.ts";

const sitesSchema = readMyProgram.output.shape.sites;

/** What a patient may know of their program. */
export const getMyProgram = async (work: Work): Promise<Output<typeof readMyProgram>> => {
  const rows = await listProgramSites(work);
  const [program] = rows;
  if (program === undefined) throw notFound();
  const sites = rows
    .filter((row) => row.id !== null)
    .map(({ street, unit, city, state, postalCode, ...site }) => ({
      ...site,
      address: { street, unit, city, state, postalCode },
    }));
  return {
    name: program.programName,
    crisisPhone: program.programCrisisPhone,
    sites: sitesSchema.parse(sites),
  };
};
