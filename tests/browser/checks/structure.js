// Checks of the document itself. Each returns a list of faults in words; an empty list is good.

const shown = (element) => element.checkVisibility({ visibilityProperty: true });
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const words = (element) => element.textContent.replace(/\s+/g, " ").trim();
const cut = (text) => text.replace(/\s+/g, " ").trim().slice(0, 90);
const source = (element) => cut(element.outerHTML);

/** The accessible name as far as our pages use it: label, labelled-by, text with images' alt. */
function nameOf(element) {
  const label = element.getAttribute("aria-label");
  if (label) return label.trim();
  const ids = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean);
  if (ids.length) return ids.map((id) => words(document.getElementById(id) ?? element)).join(" ");
  const images = all("img[alt]", element).map((image) => image.alt);
  return [words(element), ...images].join(" ").trim();
}

function headings() {
  const faults = [];
  const seen = all("h1, h2, h3, h4, h5, h6").filter(shown);
  const first = seen.filter((heading) => heading.localName === "h1").length;
  if (first !== 1) faults.push(`${first} Überschriften erster Ebene`);
  let last = 0;
  for (const heading of seen) {
    const level = Number(heading.localName[1]);
    if (level > last + 1) faults.push(`Ebene ${last} auf ${level}: ${cut(words(heading))}`);
    if (!words(heading)) faults.push(`leere Überschrift ${source(heading)}`);
    last = level;
  }
  return faults;
}

// Names of languages in themselves, and what Material and Markdown would say in English.
const LANGUAGES = /\b(English|Türkçe|Français|Español|Kurdî|Polski|Română|Shqip|Italiano)\b/;
const OTHER_SCRIPTS = /\p{Script=Arabic}|\p{Script=Cyrillic}|\p{Script=Greek}|\p{Script=Hebrew}/u;
const ENGLISH =
  /Permanent link|Redirecting|Made with|Skip to content|Jump back|Not found|Back to top|Table of contents|\b(Search|Footer|Header|Navigation menu|Close|Menu|Note|Warning)\b/;

function languages() {
  const faults = [];
  if (document.documentElement.lang !== "de") faults.push("html ohne lang=de");
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const marked = (node) => node.parentElement.closest("body [lang]:not([lang='de']), code, pre");
  while (walker.nextNode()) {
    const text = walker.currentNode.data;
    const foreign = text.match(LANGUAGES) ?? text.match(OTHER_SCRIPTS);
    if (foreign && !marked(walker.currentNode)) faults.push(`ohne lang: ${cut(text)}`);
    const english = text.match(ENGLISH);
    if (english && !marked(walker.currentNode)) faults.push(`englisch: ${cut(text)}`);
  }
  for (const element of all("[title], [aria-label], [placeholder], [alt]")) {
    for (const name of ["title", "aria-label", "placeholder", "alt"]) {
      if (ENGLISH.test(element.getAttribute(name) ?? "")) faults.push(`englisch: ${source(element)}`);
    }
  }
  if (ENGLISH.test(document.title)) faults.push(`englisch: ${document.title}`);
  return faults;
}

function title() {
  const faults = [];
  const parts = document.title.split(" – ");
  if (parts.length < 2 || parts.some((part) => part.trim().length < 4)) {
    faults.push(`Titel ohne Seite, Fassung und Website: ${document.title}`);
  }
  if (!/Rahmenkonzept Schulsozialarbeit/.test(document.title)) faults.push("Titel ohne Website");
  const fassung = /Fassung\s20\d\d\.\d|Entwurf|Alle Fassungen/;
  if (!fassung.test(document.title)) faults.push(`Titel ohne Fassung: ${document.title}`);
  return faults;
}

function landmarks() {
  const faults = [];
  const one = (selector) => {
    const count = all(selector).length;
    if (count !== 1) faults.push(`${count} × ${selector}`);
  };
  for (const selector of ["main", "body > header", "body > footer"]) one(selector);
  const names = new Set();
  for (const element of all("nav, aside, section[aria-label], [role='region'], form[role='search']")) {
    if (!shown(element)) continue;
    const name = nameOf(element.hasAttribute("aria-label") || element.hasAttribute("aria-labelledby")
      ? element : document.createElement("i"));
    const key = `${element.localName} ${name}`;
    if (element.localName === "nav" && !name) faults.push(`ohne Namen: ${source(element)}`);
    if (name && names.has(key)) faults.push(`Name doppelt: ${key}`);
    names.add(key);
  }
  const outside = all("body > *").filter((element) => shown(element) && words(element)
    && !element.matches("header, footer, main, nav, dialog, script, a[href^='#']")
    && !element.querySelector("main"));
  for (const element of outside) faults.push(`außerhalb der Bereiche: ${source(element)}`);
  return faults;
}

function references() {
  const faults = [];
  const ids = all("[id]").map((element) => element.id);
  for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at))) {
    faults.push(`doppelte id ${id}`);
  }
  const known = new Set(ids);
  const attributes = ["aria-labelledby", "aria-describedby", "aria-controls", "aria-owns",
    "aria-details", "for", "headers"];
  for (const name of attributes) {
    for (const element of all(`[${name}]`)) {
      for (const id of element.getAttribute(name).split(/\s+/).filter(Boolean)) {
        if (!known.has(id)) faults.push(`${name} zeigt auf nichts: ${source(element)}`);
      }
    }
  }
  for (const link of all("a[href^='#']")) {
    const id = decodeURIComponent(link.getAttribute("href").slice(1));
    if (id && !known.has(id)) faults.push(`Anker fehlt: ${source(link)}`);
  }
  return faults;
}

function tablesAndLists() {
  const faults = [];
  for (const table of all("table")) {
    const say = (what) => faults.push(`${what}: ${cut(words(table))}`);
    if (!table.caption || !words(table.caption)) say("Tabelle ohne Beschriftung");
    if (!table.tHead) say("Tabelle ohne Kopfzeile");
    for (const head of all("th", table)) {
      if (!head.scope) faults.push(`th ohne scope: ${source(head)}`);
      if (!words(head)) faults.push(`th ohne Text in ${cut(words(table))}`);
    }
    for (const row of table.tBodies[0]?.rows ?? []) {
      if (!row.querySelector("th[scope='row']")) say("Zeile ohne Zeilenkopf");
    }
  }
  for (const list of all("ul, ol").filter(shown)) {
    if (![...list.children].some((child) => child.localName === "li")) {
      faults.push(`leere Liste ${source(list)}`);
    }
  }
  for (const paragraph of all("main p").filter(shown)) {
    if (/^\s*([-•*–]\s|\d+\.\s)/.test(paragraph.textContent) && paragraph.querySelector("br")) {
      faults.push(`Aufzählung ohne Liste: ${source(paragraph)}`);
    }
  }
  return faults;
}

function images() {
  const faults = [];
  for (const image of all("img, input[type='image'], area")) {
    const alt = image.getAttribute("alt");
    if (alt === null) faults.push(`ohne alt: ${source(image)}`);
    else if (/\.(png|jpe?g|gif|svg|webp)$/i.test(alt)) faults.push(`alt ist Dateiname: ${alt}`);
    else if (alt && !alt.trim()) faults.push(`alt nur aus Leerzeichen: ${source(image)}`);
  }
  for (const drawing of all("svg")) {
    const hidden = drawing.closest("[aria-hidden='true']");
    const named = drawing.getAttribute("role") === "img"
      && (drawing.getAttribute("aria-labelledby") || drawing.getAttribute("aria-label"));
    if (!hidden && !named) faults.push(`Zeichnung ohne Namen: ${source(drawing)}`);
  }
  return faults;
}

const EMPTY_WORDS =
  /^(hier|mehr|weiter|link|klick\S*|klicken sie hier|details|download|herunterladen|pdf|lesen sie mehr|weiterlesen|…|»|>)$/i;

function links() {
  const faults = [];
  const targets = new Map();
  for (const link of all("a[href]").filter(shown)) {
    const name = nameOf(link);
    if (!name) faults.push(`Link ohne Text: ${source(link)}`);
    if (EMPTY_WORDS.test(name)) faults.push(`Linktext sagt nichts: ${name}`);
    if (/^https?:\/\//.test(name)) faults.push(`nackte Adresse als Linktext: ${name}`);
    const context = link.closest("tr, li, dd, p, figcaption, address, .karte");
    const key = `${name} | ${context ? words(context) : ""}`;
    const target = link.href.replace(/#.*$/, (part) => (part === "#" ? "" : part));
    if (targets.has(key) && targets.get(key) !== target) {
      faults.push(`gleicher Linktext, anderes Ziel: ${cut(name)}`);
    }
    targets.set(key, target);
    if (link.target === "_blank") faults.push(`öffnet ungefragt ein Fenster: ${source(link)}`);
  }
  return faults;
}

function titles() {
  return all("body [title]").filter((element) => {
    if (element.matches("abbr, iframe, svg title")) return false;
    const tip = element.getAttribute("title").trim();
    return tip && !nameOf(element).includes(tip);
  }).map((element) => `Auskunft nur im title: ${source(element)}`);
}

function abbreviations() {
  return all("abbr").filter((element) => {
    const long = (element.getAttribute("title") ?? "").trim();
    return long.length <= words(element).length;
  }).map((element) => `Abkürzung ohne Langform: ${source(element)}`);
}

const FILES = /\.(pdf|docx?|xlsx?|odt|ods|csv|json|zip|ics|vcf|epub|mp4|webm|txt)$/i;
// What people call these kinds.
const KINDS = { docx: /word|docx|textdokument/i, xlsx: /excel|xlsx|tabelle/i, ics: /kalender|ics/i,
  vcf: /visitenkarte|vcard|vcf/i };
// The card of one contact has less than 2 KB, the calendar entry of one event or training less than
// 4 KB, which tests of the files prove: no size to weigh.
const CARD = /\/vcard\/[^/]+\/[^/]+\.vcf$|\/(termine|fortbildungen)\/[^/]+\.ics$/;
const SIZE = /\d+(,\d+)?\s*(Byte|Bytes|B|KB|kB|MB)\b/;

function downloads() {
  const faults = [];
  for (const link of all("main a[href]")) {
    const kind = new URL(link.href).pathname.match(FILES)?.[1];
    if (!kind || new URL(link.href).origin !== location.origin) continue;
    const place = link.closest("tr, li, dd, p, figure, .download") ?? link;
    if (!CARD.test(link.href) && !SIZE.test(words(place))) faults.push(`Datei ohne Größe: ${source(link)}`);
    const about = `${words(place)} ${words(place.closest("table")?.tHead ?? place)}`;
    const called = KINDS[kind.toLowerCase()] ?? new RegExp(kind, "i");
    if (!called.test(about)) {
      faults.push(`Datei ohne Art: ${source(link)}`);
    }
  }
  return faults;
}

globalThis.pruefungStruktur = {
  T1: headings, T2: languages, T3: title, T4: landmarks, T6: references, T7: tablesAndLists,
  T8: images, T9: links, T10: titles, T11: abbreviations, T12: downloads,
};
