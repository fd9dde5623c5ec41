// Decides which entries of a list fit what somebody types; forgives one slip per word.

import { plain, spelledOut } from "./fold.js";
import { joinNumbers } from "./numbers.js";

const WORD = /[\p{L}\p{N}]+/gu;
// Shorter words have too many neighbours that mean something else.
const SLIP_FROM = 4;
// From this length on a slip is forgiven in a word's beginning, then anywhere in a long word.
const BEGINNING_FROM = 6;
const ANYWHERE_FROM = 8;
// What follows a slip must say more than the slip itself.
const CERTAIN = 2;
const PART_OF_NUMBER = 3;

/** Return each spelling of a text once: without marks, and with ae, oe, ue. */
function spellings(text) {
  return [...new Set([plain(text), spelledOut(text)])];
}

/** Tell whether `word` at `start` is `typed` but for one letter missing, added, wrong or swapped. */
function slipAt(typed, word, start, whole) {
  let same = 0;
  while (same < typed.length && typed[same] === word[start + same]) same += 1;
  const here = start + same;
  const follows = (rest, at) => {
    if (!word.startsWith(rest, at)) return false;
    const ends = at + rest.length === word.length;
    return ends || (!whole && rest.length >= CERTAIN);
  };
  return (
    follows(typed.slice(same + 1), here + 1) ||
    follows(typed.slice(same), here + 1) ||
    follows(typed.slice(same + 1), here) ||
    (typed[same] === word[here + 1] &&
      typed[same + 1] === word[here] &&
      follows(typed.slice(same + 2), here + 2))
  );
}

/**
 * Tell whether a word is what somebody meant who made one slip.
 * @param {string} typed what was typed, in small letters without marks
 * @param {string} word a word of the list, written the same way
 */
export function isSlipOf(typed, word) {
  if (typed.length < SLIP_FROM || /\d/.test(typed)) return false;
  const whole = typed.length < BEGINNING_FROM;
  if (slipAt(typed, word, 0, whole)) return true;
  if (typed.length < ANYWHERE_FROM) return false;
  for (let start = 1; start <= word.length - typed.length + 1; start += 1) {
    if (slipAt(typed, word, start, false)) return true;
  }
  return false;
}

/**
 * Prepare a list for being asked again and again.
 * @param {{text: string, numbers: string[]}[]} entries what each entry says, and the digits of its
 *   telephone numbers as in `tel:` links
 * @param {Map<string, string>} meanings what an abbreviation in small letters stands for
 * @returns {(query: string) => {hits: Set<number>, similar: boolean}} the entries that fit, and
 *   whether a slip had to be forgiven
 */
export function startMatching(entries, meanings = new Map()) {
  const everything = new Set(entries.keys());
  const texts = entries.map(({ text, numbers }) => {
    const joined = text.replace(/(?<=\p{L})-(?=\p{L})/gu, "");
    const abroad = numbers.map((number) => number.replace(/\D/g, "").replace(/^00/, ""));
    return {
      written: [...new Set([...spellings(text), ...spellings(joined)])].join("\n"),
      digits: abroad.map((digits) => `00${digits} ${digits.replace(/^49/, "0")}`).join(" "),
    };
  });
  const vocabulary = new Map();
  texts.forEach(({ written }, index) => {
    for (const word of new Set(written.match(WORD))) {
      if (!vocabulary.has(word)) vocabulary.set(word, []);
      vocabulary.get(word).push(index);
    }
  });
  const known = new Map();

  const where = (fits) => new Set([...everything].filter((index) => fits(texts[index])));

  // Words of a long form may be inflected: „des Allgemeinen Sozialen Dienstes“.
  const meant = (long) => {
    const stems = plain(long)
      .match(WORD)
      .filter((word) => word.length > 3)
      .map((word) => (word.length > 6 ? word.slice(0, -2) : word));
    return ({ written }) => stems.every((stem) => written.includes(stem));
  };

  const exact = (word) => {
    const forms = spellings(word);
    const long = meanings.get(plain(word));
    if (long) {
      return new Set([...(vocabulary.get(plain(word)) ?? []), ...where(meant(long))]);
    }
    const number = /^\d+$/.test(word) && word.length >= PART_OF_NUMBER;
    return where(
      ({ written, digits }) =>
        forms.some((form) => written.includes(form)) || (number && digits.includes(word)),
    );
  };

  const alike = (word) => {
    const found = new Set();
    const forms = spellings(word);
    for (const [other, indexes] of vocabulary) {
      if (forms.some((form) => isSlipOf(form, other))) for (const at of indexes) found.add(at);
    }
    return found;
  };

  const asked = (word, how) => {
    const key = `${how.name} ${word}`;
    if (!known.has(key)) known.set(key, how(word));
    return known.get(key);
  };

  const inAll = (sets) =>
    new Set([...everything].filter((index) => sets.every((set) => set.has(index))));

  return (query) => {
    // Who has typed but „+49“ is about to type a number: nothing to compare yet.
    const text = joinNumbers(query).replace(/\+4?9?(?!\d)/g, " ");
    const words = [...new Set(text.toLocaleLowerCase("de").match(WORD))];
    const hits = words.map((word) => asked(word, exact));
    const found = inAll(hits);
    if (found.size || !words.length) return { hits: found, similar: false };
    // A word that stands nowhere is the one with the slip; the others keep what they found.
    const mended = inAll(hits.map((hit, at) => (hit.size ? hit : asked(words[at], alike))));
    return { hits: mended, similar: mended.size > 0 };
  };
}
