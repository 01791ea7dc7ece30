import { Temporal } from "temporal-polyfill";
import type {
  HealthCode,
  HealthFinding,
  HealthOwner,
  Severity,
} from "#domain/operations/health-finding.ts";

/** A finding; without an owner it is whoever runs the server that mends it. */
export const finding = (
  code: HealthCode,
  severity: Severity,
  more: {
    readonly since?: string | null;
    readonly values?: HealthFinding["values"];
    readonly owner?: HealthOwner;
  } = {},
): HealthFinding => ({
  code,
  severity,
  owner: more.owner ?? "operator",
  since: more.since ?? null,
  values: more.values ?? {},
});

export const minutesSince = (since: string, now: string): number =>
  Math.floor(Temporal.Instant.from(now).since(Temporal.Instant.from(since)).total("minutes"));
