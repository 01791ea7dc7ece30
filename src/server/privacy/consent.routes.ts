import * as api from "#domain/privacy/consent.api.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";
import * as consents from "#server/privacy/consent.service.ts";

export const consentRoutes: readonly MountedRoute[] = [
  on(api.listConsents, ({ work, input }) => consents.listConsents(work, input.patientId)),
  on(api.createConsent, ({ work, input }) => consents.createConsent(work, input)),
  on(api.changeConsent, ({ work, input }) => consents.changeConsent(work, input)),
  on(api.revokeConsent, ({ work, input }) => consents.revokeConsent(work, input)),
  on(api.endConsent, ({ work, input }) => consents.endConsent(work, input)),
  on(api.listConsentRevisions, ({ work, input }) =>
    consents.listConsentRevisions(work, input.consentId),
  ),
];
