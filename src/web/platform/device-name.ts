const key = "stepwell.device-name";

const kinds: readonly (readonly [RegExp, string])[] = [
  [/iPad|Tablet|Android(?!.*Mobile)/u, "Tablet"],
  [/iPhone|Android.*Mobile/u, "Phone"],
];

/** Letters that nobody takes for one another, aloud or on paper. */
const letters = "ACEFHJKLMNPRTUVWXY";

const inventName = (): string => {
  // A tablet may call itself a desktop computer; its touch tells.
  const isTouched = navigator.maxTouchPoints > 1 && matchMedia("(pointer: coarse)").matches;
  const kind =
    kinds.find(([pattern]) => pattern.test(navigator.userAgent))?.[1] ??
    (isTouched ? "Tablet" : "Computer");
  const marks = Array.from(
    crypto.getRandomValues(new Uint8Array(3)),
    (byte) => letters[byte % letters.length] ?? "A",
  );
  return `${kind} ${marks.join("")}`;
};

/** What this device is called where two devices disagree: `Tablet KRX`. It is chosen once and says nothing of its user. */
export const deviceName = (): string => {
  const known = localStorage.getItem(key);
  if (known !== null && /^[\p{L}\d ]{1,40}$/u.test(known)) return known;
  const name = inventName();
  localStorage.setItem(key, name);
  return name;
};
