const systems: readonly (readonly [RegExp, string])[] = [
  [/iPad/, "iPad"],
  [/iPhone/, "iPhone"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Macintosh|Mac OS X/, "Mac"],
  [/CrOS/, "Chromebook"],
  [/Linux/, "Linux"],
];
const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, "Edge"],
  [/Firefox\//, "Firefox"],
  [/Chrome\//, "Chrome"],
  [/Safari\//, "Safari"],
];

const first = (table: typeof systems, text: string) =>
  table.find(([pattern]) => pattern.test(text))?.[1];

/** "Chrome, Windows" from a User-Agent: enough for a person to know their own device again, and no more is kept. */
export const deviceOf = (userAgent: string | undefined): string => {
  const parts = [first(browsers, userAgent ?? ""), first(systems, userAgent ?? "")];
  return parts.filter((part) => part !== undefined).join(", ");
};
