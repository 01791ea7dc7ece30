const typed = /^(\d{1,3})(?:[.,](\d{1,2})|:([0-5]\d))?\s*(?:h|hours?)?$/i;
const minutesPerHour = 60;
const hoursPerWeek = 168;

/** Hours as people type them, in minutes: `9`, `9 h`, `9.5`, `9:30`; null for what is no number of hours of a week. */
export const hoursTyped = (text: string): number | null => {
  const [, whole, part, minutes] = typed.exec(text.trim()) ?? [];
  if (whole === undefined) return null;
  const sum =
    Number(whole) * minutesPerHour +
    (minutes === undefined
      ? Math.round(Number(`0.${part ?? "0"}`) * minutesPerHour)
      : Number(minutes));
  return sum <= hoursPerWeek * minutesPerHour ? sum : null;
};

/** 570 as `9.5`, 560 as `9:20`: what `hoursTyped` reads as the same minutes. */
export const hoursAsTyped = (minutes: number): string => {
  const short = String(minutes / minutesPerHour);
  if (hoursTyped(short) === minutes) return short;
  const past = String(minutes % minutesPerHour).padStart(2, "0");
  return `${Math.floor(minutes / minutesPerHour)}:${past}`;
};
