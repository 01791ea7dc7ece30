const typed = /^(\d{1,2})(?:[:.h ]?([0-5]\d))?\s*(?:([ap])\.?\s*m?\.?)?$/i;
const halfDay = 12;

/**
 * An hour as people type it, as `18:00`: `6 pm`, `6:30 PM`, `6p`, `1830`, `18:00`; null for what is no hour. Without a half
 * of the day the number is taken as it stands, on the clock of 24 hours.
 */
export const wallTimeTyped = (text: string): string | null => {
  const [, hourText, minutes = "00", half] = typed.exec(text.trim()) ?? [];
  if (hourText === undefined) return null;
  const hour = Number(hourText);
  if (half === undefined) return hour < 24 ? `${hourText.padStart(2, "0")}:${minutes}` : null;
  if (hour < 1 || hour > halfDay) return null;
  const onClock = (hour % halfDay) + (half.toLowerCase() === "p" ? halfDay : 0);
  return `${String(onClock).padStart(2, "0")}:${minutes}`;
};
