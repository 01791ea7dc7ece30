import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { DateOrder } from "#domain/imports/incoming-date.ts";

export const dateOrderWords: Readonly<Record<DateOrder, MessageDescriptor>> = {
  "year-month-day": msg`Year, month, day: 1984-03-12`,
  "month-day-year": msg`Month, day, year: 3/12/1984`,
  "day-month-year": msg`Day, month, year: 12/3/1984`,
};
