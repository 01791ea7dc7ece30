import { noteConflict } from "#domain/charting/conflict.ts";
import type { Finding } from "#domain/charting/guard-finding.ts";
import type { FieldProblem } from "#domain/contract/problem.ts";

const placeOf = ({ where: { patientId, field } }: Finding): string =>
  patientId === null ? `shared.${field}` : `rows.${patientId}.${field}`;

/** Names are personal, so they stay out of a refusal: place and mend say which words are meant. */
const findingFields = (findings: readonly Finding[]): Readonly<Record<string, FieldProblem>> =>
  Object.fromEntries(
    findings.map((finding, index) => {
      const { code, where, mend, weight, values } = finding;
      const { name: _, ...rest } = values;
      return [
        `${placeOf(finding)}.${index}`,
        { code, values: { ...rest, start: where.start, end: where.end, mend, weight } },
      ];
    }),
  );

/** Refuses a signature while findings stand that are neither mended nor acknowledged. */
export const refuseFindings = (findings: readonly Finding[]): void => {
  if (findings.length === 0) return;
  throw noteConflict("findings-stand", {
    values: { count: findings.length },
    fields: findingFields(findings),
  });
};
