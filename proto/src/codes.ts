// Codes that open without a badge: how their digits are laid out, and the digit that catches slips.

/** How often a pickup code may be issued for one parcel: issues 0 to 3. */
export const pickupIssuesMaxCount = 4;
/** Keyed digits of a pickup code, before its check digit. */
export const pickupKeyedDigits = 8;
/** Keyed digits of a one-time code, after day and number and before its check digit. */
export const onceKeyedDigits = 6;
/** One-time codes that may be made for one box and day. */
export const onceNumbersMaxCount = 100;
/** Days from today until which a one-time code may hold. */
export const onceAheadMaxDays = 31;

const dayDigits = 3;
const numberDigits = 2;
const dayCycle = 10 ** dayDigits;
/** Of a whole pickup code. */
export const pickupDigits = pickupKeyedDigits + 1;
/** Of a whole one-time code. */
export const onceDigits = dayDigits + numberDigits + onceKeyedDigits + 1;

/** Digits as somebody typed them, told apart by their number; the check digit is right. */
export type TypedCode =
  | { readonly word: "pickup" }
  | {
      readonly word: "one-time";
      /** Days since 1970-01-01 in local time, modulo 1,000. */
      readonly dayInCycle: number;
      readonly number: number;
    };

/** Undefined: a slip of the finger, for no code has so many digits, or this check digit. */
export function readCode(digits: string): TypedCode | undefined {
  if (!/^[0-9]+$/.test(digits) || !hasCheckDigit(digits)) return undefined;
  if (digits.length === pickupDigits) return { word: "pickup" };
  if (digits.length !== onceDigits) return undefined;
  const dayInCycle = Number(digits.slice(0, dayDigits));
  const number = Number(digits.slice(dayDigits, dayDigits + numberDigits));
  return { word: "one-time", dayInCycle, number };
}

/** What a one-time code begins with. */
export function onceHead(day: number, number: number): string {
  const cycle = String(day % dayCycle).padStart(dayDigits, "0");
  return cycle + String(number).padStart(numberDigits, "0");
}

/** The day nearest to today that a day in its cycle of 1,000 can mean. */
export function dayNearest(dayInCycle: number, today: number): number {
  const aheadDays = (((dayInCycle - today) % dayCycle) + dayCycle) % dayCycle;
  return aheadDays < dayCycle / 2 ? today + aheadDays : today + aheadDays - dayCycle;
}

/**
 * Digits followed by their check digit. Source: ISO/IEC 7064, MOD 11,10. It is no secret: it
 * catches each wrong digit, and most swaps of neighbors, before they count as a wrong code.
 */
export function withCheckDigit(digits: string): string {
  return digits + String((11 - productOf(digits)) % 10);
}

function hasCheckDigit(digits: string): boolean {
  return withCheckDigit(digits.slice(0, -1)) === digits;
}

function productOf(digits: string): number {
  return Array.from(digits, Number).reduce((product, digit) => {
    const sum = (product + digit) % 10;
    return ((sum === 0 ? 10 : sum) * 2) % 11;
  }, 10);
}
