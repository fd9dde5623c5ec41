// Makes texts comparable the way people type: Ä, ae and a are one, and so are ß and ss.

const SPELLED_OUT = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/** Return a text in lower case without marks above or below its letters: „mohnesee“. */
export function plain(text) {
  return text.toLocaleLowerCase("de").replaceAll("ß", "ss").normalize("NFD").replace(/\p{M}/gu, "");
}

/** Return a text in lower case with umlauts as on a keyboard without them: „moehnesee“. */
export function spelledOut(text) {
  return plain(
    text
      .normalize("NFC")
      .toLocaleLowerCase("de")
      .replace(/[äöüß]/g, (letter) => SPELLED_OUT[letter]),
  );
}

/** Return a text so that all three spellings of an umlaut become one. */
export function fold(text) {
  return plain(text).replace(/([aou])e/g, "$1");
}
