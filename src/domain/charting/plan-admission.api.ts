import { z } from "zod";
import {
  enrollmentFacts,
  diagnosesOfStaySchema,
  enrollmentSchema,
} from "#domain/admissions/enrollment.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { route } from "#domain/contract/route.ts";
import { authorizationFacts } from "#domain/coverage/authorization.ts";
import { coverageFacts, coverageSchema } from "#domain/coverage/coverage.ts";
import { newGoalSchema } from "#domain/charting/goal.ts";

const patientId = idSchema;
const named = z.object({ id: idSchema, name: z.string() });

/** A stay with all that it begins with. Coverage is a policy that is on file, or a new one, or none: who pays themselves. */
export const admissionSchema = z.object({
  patientId,
  ...enrollmentFacts.shape,
  patientStatus: enrollmentFacts.shape.patientStatus.default("still-in-care"),
  diagnoses: diagnosesOfStaySchema,
  coverageId: idSchema.nullable().default(null),
  coverage: coverageFacts
    .extend({ rank: coverageFacts.shape.rank.default(1) })
    .nullable()
    .default(null),
  authorization: authorizationFacts.nullable().default(null),
  goals: z.array(newGoalSchema).min(1).max(3),
});

export const admitPatient = route({
  permission: "enrollments:manage",
  purpose: "treatment",
  method: "POST",
  path: "/patients/{patientId}/enrollments",
  summary: "Admit a patient: the stay, diagnoses, coverage, authorization and first goals at once",
  audit: {
    verb: "enrollment.admit",
    subjects: (input) => [input.patientId],
    record: (_, enrollment) => ({ kind: "enrollment", id: enrollment.id }),
  },
  input: admissionSchema,
  output: enrollmentSchema,
  errors: {
    "already-enrolled": 409,
    "level-not-offered": 409,
    "track-retired": 409,
    "staff-retired": 409,
  },
  status: 201,
});

export const readAdmissionChoices = route({
  permission: "enrollments:manage",
  purpose: "treatment",
  method: "GET",
  path: "/patients/{patientId}/admission-choices",
  summary: "What the admission form needs: the person, programs, colleagues, payers and policies",
  audit: { verb: "enrollment.prepare", subjects: (input) => [input.patientId] },
  input: z.object({ patientId }),
  output: z.object({
    patient: z.object({
      id: idSchema,
      name: z.string(),
      givenName: z.string(),
      mrn: z.string(),
      birthDate: z.string(),
    }),
    /** Today on the wall of the organization. */
    today: z.string(),
    tracks: z.array(
      named.extend({
        program: named,
        siteName: z.string(),
        kind: z.string(),
        label: z.string(),
        levels: z.array(named.extend({ code: z.string() })),
      }),
    ),
    attending: z.array(named),
    therapists: z.array(named),
    payers: z.array(named),
    /** Empty, too, for who may not see coverage. */
    coverages: z.array(coverageSchema),
    running: z.array(z.object({ trackId: idSchema, levelOfCareId: idSchema })),
  }),
});
