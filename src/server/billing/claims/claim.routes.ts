import * as charges from "#domain/billing/charges/day-charge.api.ts";
import * as acknowledgments from "#domain/billing/claims/acknowledgment.api.ts";
import * as api from "#domain/billing/claims/claim.api.ts";
import * as files from "#domain/billing/claims/claim-file.api.ts";
import * as found from "#domain/billing/claims/found.api.ts";
import * as holds from "#domain/billing/claims/hold.api.ts";
import * as acknowledgment from "#server/billing/claims/acknowledgment.service.ts";
import * as acts from "#server/billing/claims/claim-acts.service.ts";
import { buildAlike } from "#server/billing/claims/build-alike.service.ts";
import {
  buildClaims,
  listDayBills,
  rehearseBuild,
} from "#server/billing/claims/claim-build.service.ts";
import * as correction from "#server/billing/claims/claim-correction.service.ts";
import { rehearseCorrection } from "#server/billing/claims/correction-rehearsal.service.ts";
import { exportClaims } from "#server/billing/claims/claim-export.service.ts";
import * as file from "#server/billing/claims/claim-file.service.ts";
import { voidClaim } from "#server/billing/claims/claim-void.service.ts";
import * as claim from "#server/billing/claims/claim.service.ts";
import { sumClaims, sumExport } from "#server/billing/claims/claim-sums.service.ts";
import { rehearseExport } from "#server/billing/claims/export-rehearsal.service.ts";
import { findBilling } from "#server/billing/claims/found.service.ts";
import * as handOver from "#server/billing/claims/hand-over.service.ts";
import { listHolds, releaseHold } from "#server/billing/claims/hold.service.ts";
import { sendAgain } from "#server/billing/claims/send-again.service.ts";
import { wholeUpload } from "#server/platform/http/uploads.ts";
import { on, onFile, onUpload, type MountedRoute } from "#server/platform/http/on.ts";

export const claimRoutes: readonly MountedRoute[] = [
  on(api.listClaims, ({ input, work }) => claim.listClaims(work, input)),
  on(api.readClaim, ({ input, work }) => claim.getClaim(work, input.claimId)),
  on(api.listClaimRevisions, ({ input, work }) => claim.claimHistory(work, input.claimId)),
  on(api.buildClaims, ({ input, work }) => buildClaims(work, input)),
  on(api.rehearseBuild, ({ input, work }) => rehearseBuild(work, input)),
  on(charges.listDayBills, ({ input, work }) => listDayBills(work, input)),
  on(api.scrubClaim, ({ input, work }) => acts.scrubClaim(work, input)),
  on(api.releaseClaim, ({ input, work }) => acts.releaseClaim(work, input)),
  on(api.withdrawClaim, ({ input, work }) => acts.withdrawClaim(work, input)),
  on(api.correctClaim, ({ input, work }) => correction.correctClaim(work, input)),
  on(api.rehearseCorrection, ({ input, work }) => rehearseCorrection(work, input)),
  on(api.buildAlike, ({ input, work }) => buildAlike(work, input)),
  on(api.voidClaim, ({ input, work }) => voidClaim(work, input)),
  on(found.findBilling, ({ input, work }) => findBilling(work, input)),
  on(holds.listHolds, ({ input, work }) => listHolds(work, input)),
  on(holds.releaseHold, ({ input, work }) => releaseHold(work, input)),
  on(files.listClaimFiles, ({ input, work }) => file.listClaimFiles(work, input)),
  on(files.rehearseExport, ({ input, work }) => rehearseExport(work, input)),
  on(files.sumExport, ({ input, work }) => sumExport(work, input)),
  on(api.sumClaims, ({ input, work }) => sumClaims(work, input)),
  on(files.readClaimFile, ({ input, work }) => file.readClaimFile(work, input.claimFileId)),
  on(files.exportClaims, ({ input, work }) => exportClaims(work, input)),
  on(acknowledgments.sumUnanswered, ({ work }) => acknowledgment.sumUnanswered(work)),
  onUpload(acknowledgments.takeInAcknowledgment, async ({ work, file: upload }) =>
    acknowledgment.takeInAcknowledgment(work, {
      name: upload.name,
      bytes: await wholeUpload(upload),
    }),
  ),
  on(acknowledgments.noteAcknowledgment, ({ input, work }) =>
    acknowledgment.noteAcknowledgment(work, input),
  ),
  on(acknowledgments.sendAgain, ({ input, work }) => sendAgain(work, input)),
  on(files.handOverClaimFile, ({ input, work }) =>
    handOver.handOverClaimFile(work, input.claimFileId),
  ),
  on(files.takeBackClaimFile, ({ input, work }) => handOver.takeBackClaimFile(work, input)),
  onFile(files.downloadClaimFile, ({ input, work }) =>
    handOver.downloadClaimFile(work, input.claimFileId),
  ),
];
