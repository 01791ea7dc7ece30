import { useSearchWord } from "#web/platform/address.ts";
import { isDay } from "#web/platform/typed-day.ts";

/** A day kept in the address (`?week=2026-11-16`). What is no day of any calendar counts as absent. */
export const useSearchDay = (name: string): [string, (day: string) => void] => {
  const [word, set] = useSearchWord(name);
  return [isDay(word) ? word : "", set];
};
