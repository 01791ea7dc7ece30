/** Text as FHIR carries it in an attachment: UTF-8, base64. */
export const base64Of = (text: string): string => {
  const bytes = new TextEncoder().encode(text);
  const portion = 0x8000;
  let binary = "";
  for (let at = 0; at < bytes.length; at += portion)
    binary += String.fromCharCode(...bytes.subarray(at, at + portion));
  return btoa(binary);
};
