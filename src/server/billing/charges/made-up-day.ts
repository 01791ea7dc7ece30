import { Temporal } from "temporal-polyfill";
import type { tryContract } from "#domain/billing/charges/day-charge.api.ts";
import type { DayFacts, DayService } from "#domain/billing/charges/day-facts.ts";
import type { Parsed } from "#domain/contract/route.ts";
import type { ContractInForce } from "#server/payers/contracts-in-force.service.ts";
import type { Work } from "#server/platform/work.ts";

type Trial = Parsed<typeof tryContract>;

const firstHour = 9;

/** One after the other from nine o'clock, attended in full and signed. */
const servicesOf = (work: Work, { serviceDate, services }: Trial): DayService[] => {
  let at = Temporal.Instant.from(`${serviceDate}T${String(firstHour).padStart(2, "0")}:00:00Z`);
  return services.map(({ service, minutes, mode, credentials }) => {
    const startedAt = at.toString();
    at = at.add({ minutes: Math.max(1, minutes) });
    return {
      sessionId: work.newId(),
      attendanceId: work.newId(),
      sessionName: "",
      service,
      startedAt,
      endedAt: at.toString(),
      creditedMinutes: minutes,
      deliveredMinutes: minutes,
      mode,
      status: "present",
      isOver: true,
      leadStaffId: null,
      leadSupervisorId: null,
      leadCredentials: credentials,
      noteId: null,
      noteState: "signed",
      noteMinutes: minutes,
      servesPerDiem: true,
    };
  });
};

/** A day nobody had, with all its paper: only what the contract itself says can stand in its way. */
export const madeUpDay = (
  work: Work,
  trial: Trial,
  { contract, version }: ContractInForce,
): DayFacts => {
  const { serviceDate, population, diagnosis } = trial;
  const id = work.newId();
  return {
    serviceDate,
    zone: "UTC",
    patientId: id,
    siteId: contract.siteId ?? id,
    enrollment: {
      id,
      programId: contract.programId ?? id,
      levelOfCareId: trial.levelOfCareId ?? contract.levelOfCareId ?? id,
      population,
      label: "general",
      admittedOn: serviceDate,
      endedOn: null,
    },
    coverage: { id, payerId: contract.payerId, planName: contract.planName },
    services: servicesOf(work, trial),
    diagnoses: diagnosis === "" ? [] : [{ code: diagnosis, rank: 1 }],
    authorizations: version.terms.authorization.needed
      ? [
          {
            id,
            number: "",
            startsOn: serviceDate,
            endsOn: serviceDate,
            units: 1_000,
            unit: version.terms.authorization.unit,
            used: 0,
          },
        ]
      : [],
    releases: [],
    refusedToPayer: null,
    credentialLapsed: [],
  };
};
