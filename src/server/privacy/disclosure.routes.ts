import * as api from "#domain/privacy/disclosure.api.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";
import * as disclosures from "#server/privacy/disclosure.service.ts";

export const disclosureRoutes = ({
  labelsOf,
}: {
  readonly labelsOf: disclosures.LabelsOf;
}): readonly MountedRoute[] => [
  on(api.listDisclosures, ({ work, input }) => disclosures.listDisclosures(work, input)),
  on(api.makeDisclosure, ({ work, input }) => disclosures.makeDisclosure(work, input, labelsOf)),
  on(api.tellParentOfMinor, ({ work, input }) =>
    disclosures.tellParentOfMinor(work, input, labelsOf),
  ),
  on(api.tellInEmergency, ({ work, input }) => disclosures.tellInEmergency(work, input, labelsOf)),
];
