const minutesPerHour = 60;

/** Minutes to the minute: 160 as `2:40`. For lists whose parts somebody adds up, which rounded hours do not. */
export const sayClockLength = (minutes: number): string =>
  `${Math.floor(minutes / minutesPerHour)}:${String(minutes % minutesPerHour).padStart(2, "0")}`;

/** The same with its unit: `4 min`, `1:04 h`. */
export const sayLengthToMinute = (minutes: number): string =>
  minutes < minutesPerHour ? `${minutes} min` : `${sayClockLength(minutes)} h`;
