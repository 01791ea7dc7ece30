import { createHash } from "node:crypto";
import { readInstitutional } from "#edi/837i/read-institutional.ts";
import { readProfessional } from "#edi/837p/read-professional.ts";
import { problemList } from "#edi/x12/problem.ts";
import type { Afterwards, Check } from "./afterwards.ts";

interface FileRow {
  readonly id: string;
  readonly name: string;
  readonly form: "professional" | "institutional";
  readonly sha256: string;
  readonly content: Buffer;
}

interface ClaimRow {
  readonly control: string;
  readonly state: string;
  readonly file: string | null;
  readonly told: number;
}

const files = `select id, name, form, encode(content_sha256, 'hex') as sha256, content
  from stepwell.claim_file where organization_id = $1 and taken_back_at is null`;
const claims = `select c.control, c.state, c.claim_file_id as file,
    (select count(*)::int from stepwell.disclosure d where d.organization_id = c.organization_id
      and d.record_kind = 'claim' and d.record_id = c.id and d.strikes_id is null and not exists (select from stepwell.disclosure striking
        where striking.organization_id = c.organization_id and striking.strikes_id = d.id)) as told
  from stepwell.claim c where c.organization_id = $1 and (c.state = 'exported' or c.claim_file_id is not null)`;

/** The numbers of the claims in a file, by its bytes. */
const controlsIn = ({ form, content }: FileRow): readonly string[] => {
  const problems = problemList();
  return form === "professional"
    ? Array.from(readProfessional([content], problems), ({ claim }) => claim.control)
    : Array.from(readInstitutional([content], problems), ({ claim }) => claim.control);
};

const problemsOfFile = (file: FileRow): readonly string[] =>
  createHash("sha256").update(file.content).digest("hex") === file.sha256
    ? []
    : [`the file ${file.name} is not what was made`];

const problemsOfClaim = (
  { control, state, file, told }: ClaimRow,
  filesOf: ReadonlyMap<string, readonly string[]>,
): readonly string[] => {
  const within = filesOf.get(control) ?? [];
  return [
    ...(state === "exported" && file !== null ? [] : [`${control} is in a file and ${state}`]),
    ...(within.length === 1 && within[0] === file
      ? []
      : [`${control} stands in ${within.length} files: ${within.join(", ")}`]),
    ...(told === 1 ? [] : [`${control} stands ${told} times in the accounting of disclosures`]),
  ];
};

/** Every claim that was exported went once: in one file, which is there to the byte, and once in the accounting. */
export const claimCheck = async ({ owner, world, model }: Afterwards): Promise<Check> => {
  const { rows: made } = await owner.query<FileRow>(files, [world.organizationId]);
  const { rows } = await owner.query<ClaimRow>(claims, [world.organizationId]);
  const filesOf = new Map<string, string[]>();
  for (const file of made)
    for (const control of controlsIn(file))
      filesOf.set(control, [...(filesOf.get(control) ?? []), file.id]);
  const known = new Set(rows.map(({ control }) => control));
  const there = new Set(made.map(({ id }) => id));
  const problems = [
    ...made.flatMap(problemsOfFile),
    ...rows.flatMap((row) => problemsOfClaim(row, filesOf)),
    ...[...filesOf.keys()]
      .filter((control) => !known.has(control))
      .map((control) => `${control} stands in a file and was not exported`),
    ...model.claimFiles.filter((id) => !there.has(id)).map((id) => `the file ${id} is lost`),
  ];
  return {
    name: "every exported claim went once, and is told of once",
    looked: rows.length,
    problems,
  };
};
