// Makes texts comparable the way people type: Ä, ae and a are one, and so are ß and ss.

/** Return a text in lower case without marks above or below its letters. */
export function fold(text) {
  return text
    .toLocaleLowerCase("de")
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/([aou])e/g, "$1");
}
