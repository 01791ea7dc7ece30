import * as api from "#domain/privacy/record-review.api.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";
import * as reviews from "#server/privacy/record-review.service.ts";

export const recordReviewRoutes: readonly MountedRoute[] = [
  on(api.listRecordReviews, ({ work }) => reviews.listRecordReviews(work)),
  on(api.createRecordReview, ({ work, input }) => reviews.createRecordReview(work, input)),
  on(api.endRecordReview, ({ work, input }) => reviews.endRecordReview(work, input)),
  on(api.listRecordReviewRevisions, ({ work, input }) =>
    reviews.listRecordReviewRevisions(work, input.recordReviewId),
  ),
];
