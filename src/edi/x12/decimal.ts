const zero = 0x30;
const point = 0x2e;
const minus = 0x2d;
const mostDigits = 15;

/**
 * An amount of X12 (type R: digits, one point, a leading minus) in whole cents; null for what is none, has more
 * than two decimals that matter, or is too large to be exact. "605.0000" is 60500, "" is null.
 */
export const centsOf = (text: string): number | null => {
  let place = text.charCodeAt(0) === minus ? 1 : 0;
  const isNegative = place === 1;
  let cents = 0;
  let decimals = -1;
  let digits = 0;
  for (; place < text.length; place++) {
    const code = text.charCodeAt(place);
    if (code === point && decimals === -1) {
      decimals = 0;
      continue;
    }
    const digit = code - zero;
    if (!(digit >= 0 && digit <= 9)) return null;
    digits += 1;
    if (decimals >= 2) {
      if (digit !== 0) return null;
      continue;
    }
    cents = cents * 10 + digit;
    if (decimals >= 0) decimals += 1;
  }
  if (digits === 0 || digits > mostDigits) return null;
  if (decimals < 1) cents *= 100;
  else if (decimals === 1) cents *= 10;
  return isNegative && cents !== 0 ? -cents : cents;
};

/** Whole cents as X12 wants them: no leading zeros, no decimals that say nothing. 18500 is "185", 50 is ".5". */
export const centsText = (cents: number): string => {
  const size = Math.abs(cents);
  const rest = size % 100;
  const whole = (size - rest) / 100;
  const sign = cents < 0 ? "-" : "";
  if (rest === 0) return `${sign}${whole}`;
  const decimals = rest % 10 === 0 ? String(rest / 10) : String(rest).padStart(2, "0");
  return `${sign}${whole === 0 ? "" : whole}.${decimals}`;
};

const quantity = /^-?(?:\d+\.?\d*|\.\d+)$/;

/** A quantity of X12 as a number; null for what is none. */
export const quantityOf = (text: string): number | null => {
  if (text.length === 1) {
    const digit = text.charCodeAt(0) - zero;
    if (digit >= 0 && digit <= 9) return digit;
  }
  return text.length <= mostDigits && quantity.test(text) ? Number(text) : null;
};

/** A sum of decimal texts, kept exact: the sum of "1.10" and "2" is "3.10". */
export interface DecimalSum {
  /** Answers false where the text is no decimal; then the sum is as before. */
  add(text: string): boolean;
  text(): string;
}

const mostScale = 12;

/** Begins a sum at "0". */
export const decimalSum = (): DecimalSum => {
  let scale = 0;
  let sum = 0n;
  return {
    add(text) {
      if (text.length > 40 || !quantity.test(text)) return false;
      const decimals = text.split(".")[1]?.length ?? 0;
      if (decimals > mostScale) return false;
      if (decimals > scale) {
        sum *= 10n ** BigInt(decimals - scale);
        scale = decimals;
      }
      sum += BigInt(text.replace(".", "")) * 10n ** BigInt(scale - decimals);
      return true;
    },
    text() {
      const digits = String(sum < 0n ? -sum : sum).padStart(scale + 1, "0");
      const whole = digits.slice(0, digits.length - scale);
      const sign = sum < 0n ? "-" : "";
      return scale === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-scale)}`;
    },
  };
};
