import type pg from "pg";
import type { Claim, ServiceLine } from "#edi/837/claim.ts";
import { readInstitutional } from "#edi/837i/read-institutional.ts";
import { readProfessional } from "#edi/837p/read-professional.ts";
import { problemList } from "#edi/x12/problem.ts";
import { secondDerivation } from "#test/support/second-derivation.ts";

type Form = "professional" | "institutional";

/** What a day bills of one code: `organization stay day code revenue`, as {@link secondDerivation} writes it. */
interface BilledLine {
  readonly line: string;
  readonly units: number;
  readonly cents: number;
}

interface FiledClaim {
  readonly form: Form;
  readonly organization: string;
  readonly control: string;
  /** Each begins with the day; the stay is not in a file. */
  readonly lines: readonly BilledLine[];
}

const givenOr = (text: string | undefined): string =>
  text === undefined || text === "" ? "-" : text;

const lineOf = (
  { dates, procedure, units, chargeCents }: ServiceLine,
  revenueCode: string,
): BilledLine => ({
  line: `${dates.service?.from ?? ""} ${givenOr(procedure?.code)} ${givenOr(revenueCode)}`,
  units: units ?? 0,
  cents: chargeCents ?? 0,
});

const claimsIn = (
  form: Form,
  content: Uint8Array,
): readonly (readonly [Claim<ServiceLine>, readonly BilledLine[]])[] => {
  const problems = problemList();
  const claims =
    form === "professional"
      ? Array.from(
          readProfessional([content], problems),
          ({ claim }) => [claim, claim.lines.map((line) => lineOf(line, ""))] as const,
        )
      : Array.from(
          readInstitutional([content], problems),
          ({ claim }) =>
            [claim, claim.lines.map((line) => lineOf(line, line.revenueCode))] as const,
        );
  const wrong = problems.found.find(({ severity }) => severity !== "warning");
  if (wrong !== undefined) throw new Error(`a file has ${wrong.code} in ${wrong.segment}`);
  return claims;
};

/** Of each claim in a file whose stay it is, as long as nothing took its place and it takes back nothing. */
const standing = `
select claim.organization_id as organization, claim.control, claim.enrollment_id as stay from stepwell.claim claim
 where claim.claim_file_id is not null and claim.frequency <> '8'
   and not exists (select from stepwell.claim other where other.organization_id = claim.organization_id
     and other.replaces_claim_id = claim.id and other.state <> 'withdrawn')`;

const filedClaims = async (pool: pg.Pool): Promise<readonly FiledClaim[]> => {
  const { rows: files } = await pool.query<{ organization: string; form: Form; content: Buffer }>(
    "select organization_id as organization, form, content from stepwell.claim_file",
  );
  const { rows } = await pool.query<{ organization: string; control: string; stay: string }>(
    standing,
  );
  const stays = new Map(rows.map((row) => [`${row.organization} ${row.control}`, row.stay]));
  return files.flatMap(({ organization, form, content }) =>
    claimsIn(form, content).flatMap(([{ control }, lines]) => {
      const stay = stays.get(`${organization} ${control}`);
      if (stay === undefined) return [];
      const own = lines.map((line) => ({ ...line, line: `${organization} ${stay} ${line.line}` }));
      return [{ form, organization, control, lines: own }];
    }),
  );
};

const summed = (lines: readonly BilledLine[]): readonly BilledLine[] =>
  [...Map.groupBy(lines, ({ line }) => line)]
    .map(([line, own]) => ({
      line,
      units: own.reduce((sum, { units }) => sum + units, 0),
      cents: own.reduce((sum, { cents }) => sum + cents, 0),
    }))
    .toSorted((one, other) => (one.line < other.line ? -1 : 1));

const dayOf = ({ line }: BilledLine): string => line.split(" ").slice(0, 3).join(" ");

/**
 * The days of all files, read from their bytes alone, and the same days derived from the ledger a second time: both by code and revenue
 * code, in the same order.
 */
export const filedAndDerived = async (pool: pg.Pool) => {
  const claims = await filedClaims(pool);
  const filed = summed(claims.flatMap(({ lines }) => lines));
  const days = new Set(filed.map(dayOf));
  const { rows } = await pool.query<BilledLine>(secondDerivation);
  return {
    forms: new Map(
      [...Map.groupBy(claims, ({ form }) => form)].map(([form, of]) => [form, of.length]),
    ),
    filed,
    derived: summed(rows.filter((row) => days.has(dayOf(row)))),
  };
};
