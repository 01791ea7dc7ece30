/** What stands in a field for a number: the number, null where nothing stands there, and false for what is no whole number of zero or more. */
export const wholeTyped = (text: string): number | null | false => {
  const kept = text.trim().replaceAll(/(?<=\d)[,\s](?=\d{3})/g, "");
  if (kept === "") return null;
  return /^\d{1,9}$/.test(kept) && Number(kept);
};
