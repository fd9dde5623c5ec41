// Turns what somebody types into what the search worker understands: words, joined numbers, ids.

import { joinNumbers } from "./numbers.js";

// Words that nearly every page holds, or that only make a question of the words around them.
const QUESTION_WORDS = new Set(
  (
    "aber als am an auch auf aus bei beim bin bitte da das dem den der des die ein eine einem einen " +
    "einer er es für gibt haben hat ich im in ist kann kein keine man mein meine mich mir mit muss " +
    "nach oder sein sich sie sind so soll tun um und uns unser unsere vom von vor was wann warum " +
    "adresse anrufen anschrift email mail nummer tel telefon telefonnummer " +
    "welche welcher welches wenn wer wie wir wird wo wohin zu zum zur über"
  ).split(" "),
);
const SEPARATOR = /[\s\-,;!?=[\]()"„“”'’/·–—+*~^:]+|\.(?!\d)|\.$/;
const STANDARD = /\bqs[\s-]*([a-zäöü])[\s-]*(\d{1,2})\b/gi;

/** Return the words to look for; those that only ask are left out if others remain. */
export function wordsOf(text) {
  const standards = text
    .normalize("NFC")
    .replace(STANDARD, (_, letter, number) => ` qs${letter}${number.padStart(2, "0")} `);
  const words = joinNumbers(standards)
    .toLocaleLowerCase("de")
    .split(SEPARATOR)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const telling = words.filter((word) => !QUESTION_WORDS.has(word));
  return [...new Set(telling.length ? telling : words)];
}

/** Return the query that wants every word. */
export function everyWord(words) {
  return words.map((word) => `+${word}*`).join(" ");
}

/** Return the query that is content with some of the words. */
export function someWords(words) {
  return words.map((word) => `${word}*`).join(" ");
}

/** Return the query that forgives a slip in each word, two in a long one. */
export function similarWords(words) {
  return words.map((word) => (word.length < 4 ? word : `${word}~${word.length < 9 ? 1 : 2}`)).join(" ");
}

/** Return the queries that take a long word for two, at each place where it may be joined. */
export function splitWord(word) {
  const queries = [];
  for (let joint = 4; joint <= word.length - 4; joint += 1) {
    // „Ausstattung“ follows „Raum“ at once, „Konzept“ follows „Beratung“ after an s.
    const heads = [word.slice(0, joint)];
    if (word[joint - 1] === "s" && joint > 4) heads.push(word.slice(0, joint - 1));
    for (const head of heads) queries.push(`+${head}* +${word.slice(joint)}*`);
  }
  return queries;
}
