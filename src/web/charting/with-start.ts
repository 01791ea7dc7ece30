/** The line with a beginning put in: at the front, or after what is written, in lower case behind a semicolon. */
export const withStart = (line: string, start: string): string => {
  const written = line.trimEnd();
  if (written === "") return `${start} `;
  const [first = "", ...rest] = start;
  return /[.!?]$/u.test(written)
    ? `${written} ${start} `
    : `${written.replace(/[;,]$/u, "")}; ${first.toLocaleLowerCase()}${rest.join("")} `;
};
