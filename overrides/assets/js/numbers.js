// Joins the digits of telephone numbers, however they are written: +49, 0, spaces, slashes.

// Starts like a number with its area code, or is nothing but groups of digits.
const PHONE = /(?:\+49|(?<![\p{L}\p{N}])\(?0)[\d\s()/.–-]{4,}\d|^\s*\d[\d\s/–-]{3,}\d\s*$/gu;

/** Join the digits of a number, with a leading 0 instead of the code of Germany. */
function joinedNumber(number) {
  const digits = number.replace(/\D/g, "");
  return /^\+|^00/.test(number) ? `0${digits.replace(/^(?:00)?490?/, "")}` : digits;
}

/** Return a text in which the digits of each number stand together. */
export function joinNumbers(text) {
  return text.replace(PHONE, (number) => ` ${joinedNumber(number.trim())} `);
}
