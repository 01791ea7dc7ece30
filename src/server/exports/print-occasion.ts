import type { KeeperOfRecords } from "#domain/exports/chart-copy.ts";
import type { ChartPart } from "#domain/exports/chart-part.ts";
import type { Notice } from "#domain/privacy/redisclosure-notice.ts";

/** For whom, why and of what a chart is printed. */
export interface PrintOccasion {
  readonly keeper: KeeperOfRecords;
  readonly parts: readonly ChartPart[];
  readonly recipient: string;
  readonly purpose: string;
  readonly from: string | null;
  readonly to: string | null;
  /** The instant of printing. */
  readonly at: string;
  readonly notice: Notice | null;
}
