// Checks of what is seen. Those that change the page put it back, so that one load serves all.

const shown = (element) => element.checkVisibility({ visibilityProperty: true });
const all = (selector) => [...document.querySelectorAll(selector)];
const source = (element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 110);
const CONTROLS = "a[href], button, input, select, textarea, summary, [tabindex='0']";

/** Parse any CSS colour into red, green, blue (0–255) and opacity, whatever space it is in. */
const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
const colours = new Map();
function parse(colour) {
  if (!colours.has(colour)) {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
    colours.set(colour, [red, green, blue, alpha / 255]);
  }
  return colours.get(colour);
}

function over([r, g, b, a], below) {
  return [r, g, b].map((part, at) => part * a + below[at] * (1 - a));
}

/** The colour of the ground an element stands on. */
function groundOf(element) {
  const layers = [];
  for (let at = element; at; at = at.parentElement) {
    const colour = parse(getComputedStyle(at).backgroundColor);
    layers.push(colour);
    if (colour[3] === 1) break;
  }
  const canvasColour = matchMedia("(prefers-color-scheme: dark)").matches ? [18, 18, 18] : [255, 255, 255];
  return layers.reverse().reduce((below, layer) => over(layer, below), canvasColour);
}

function luminance(colour) {
  const [red, green, blue] = colour.map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Buttons and fields: border or ground stands out from what surrounds them, at least 3:1. */
function controls() {
  const faults = [];
  const boxed = "button, input, select, textarea, .knopf";
  for (const element of all(boxed).filter(shown)) {
    const around = groundOf(element.parentElement);
    const style = getComputedStyle(element);
    const border = parseFloat(style.borderTopWidth) >= 1 || parseFloat(style.borderBottomWidth) >= 1
      ? contrast(over(parse(style.borderBottomColor), around), around) : 1;
    const ground = contrast(groundOf(element), around);
    if (Math.max(border, ground) < 3) {
      faults.push(`${Math.max(border, ground).toFixed(1)}:1 ${source(element)}`);
    }
  }
  return faults;
}

/** Text in a drawing against the last shape below its middle, at least 4.5:1. */
function drawnText() {
  const faults = [];
  for (const drawing of all("svg:has(text)").filter(shown)) {
    const parts = [...drawing.querySelectorAll("rect, circle, ellipse, path, polygon, text")];
    parts.forEach((part, at) => {
      if (part.localName !== "text") return;
      const box = part.getBoundingClientRect();
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const below = parts.slice(0, at).filter((other) => {
        if (other.localName === "text" || getComputedStyle(other).fill === "none") return false;
        const area = other.getBoundingClientRect();
        return area.left <= x && area.right >= x && area.top <= y && area.bottom >= y;
      }).at(-1);
      const page = groundOf(drawing);
      const ground = below ? over(parse(getComputedStyle(below).fill), page) : page;
      const found = contrast(over(parse(getComputedStyle(part).fill), ground), ground);
      if (found < 4.5) faults.push(`${found.toFixed(1)}:1 ${source(part)}`);
    });
  }
  return faults;
}

/** Targets are at least 24 × 24 px, or stand in a line of text, or have room around them. */
function targets() {
  const boxes = all(CONTROLS).filter(shown).map((element) => ({
    element, box: element.getBoundingClientRect(),
  })).filter(({ box }) => box.width > 1 && box.height > 1);
  const middle = ({ box }) => [box.x + box.width / 2, box.y + box.height / 2];
  return boxes.filter((one) => {
    if (one.box.width >= 24 && one.box.height >= 24) return false;
    if (getComputedStyle(one.element).display === "inline") return false;
    const [x, y] = middle(one);
    return boxes.some((other) => {
      if (one.element.contains(other.element) || other.element.contains(one.element)) return false;
      const dx = Math.max(other.box.left - x, x - other.box.right, 0);
      const dy = Math.max(other.box.top - y, y - other.box.bottom, 0);
      return Math.hypot(dx, dy) < 12;
    });
  }).map(({ element, box }) => `${box.width.toFixed(0)}×${box.height.toFixed(0)} px ${source(element)}`);
}

function overflow() {
  const root = document.documentElement;
  const more = root.scrollWidth - root.clientWidth;
  return more > 0 ? [`${more} px breiter als das Fenster`] : [];
}

/** Text that is cut off: its box hides what does not fit. */
function clipped() {
  return all("body *").filter((element) => {
    const style = getComputedStyle(element);
    const hides = /hidden|clip/.test(style.overflowX) || /hidden|clip/.test(style.overflowY);
    if (!hides || !shown(element) || !element.textContent.trim()) return false;
    // Hidden on purpose, for screen readers only.
    if (element.clientWidth <= 1 || element.clientHeight <= 1) return false;
    return element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
  }).map((element) => `abgeschnitten: ${source(element)}`);
}

const settled = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));

async function doubled() {
  const root = document.documentElement;
  root.style.fontSize = "200%";
  await settled();
  const faults = [...overflow(), ...clipped()];
  const size = parseFloat(getComputedStyle(document.querySelector("main p, main li") ?? root).fontSize);
  root.style.removeProperty("font-size");
  if (size < 28) faults.push(`Text bleibt bei ${size} px stehen`);
  await settled();
  return faults;
}

const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`;

async function spaced() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(SPACED);
  const before = document.adoptedStyleSheets;
  document.adoptedStyleSheets = [...before, sheet];
  await settled();
  const faults = [...overflow(), ...clipped()];
  document.adoptedStyleSheets = before;
  await settled();
  return faults;
}

/** Without styles the parts stand below one another in the order of the page. */
async function unstyled() {
  const sheets = [...document.styleSheets].filter((sheet) => !sheet.disabled);
  for (const sheet of sheets) sheet.disabled = true;
  const faults = [];
  const parts = all("body > header, nav.navigation, main, body > footer").filter(shown);
  const tops = parts.map((part) => part.getBoundingClientRect().top + scrollY);
  if (tops.some((top, at) => at > 0 && top < tops[at - 1])) faults.push(`Reihenfolge ${tops}`);
  const main = document.querySelector("main");
  if (!main?.innerText.trim()) faults.push("Inhalt fehlt ohne Stile");
  for (const element of all("main [hidden], main dialog:not([open])")) {
    faults.push(`bleibt verborgen: ${source(element)}`);
  }
  for (const sheet of sheets) sheet.disabled = false;
  await settled();
  return faults;
}

/** In forced colours every control has a border or stands out as text. */
function forcedColours() {
  if (!matchMedia("(forced-colors: active)").matches) return ["keine erzwungenen Farben"];
  const faults = [];
  for (const element of all(CONTROLS).filter(shown)) {
    const style = getComputedStyle(element);
    const ground = groundOf(element);
    const text = contrast(over(parse(style.color), ground), ground);
    const boxed = element.matches("button, input, select, textarea, .knopf");
    const edge = ["Top", "Bottom"].some((side) => parseFloat(style[`border${side}Width`]) >= 1
      && style[`border${side}Style`] !== "none");
    if (text < 4.5) faults.push(`unlesbar (${text.toFixed(1)}:1) ${source(element)}`);
    if (boxed && !edge) faults.push(`ohne Rand ${source(element)}`);
  }
  for (const current of all("nav [aria-current='page']").filter(shown)) {
    const style = getComputedStyle(current);
    const edge = ["Left", "Right", "Top", "Bottom"].some((side) => parseFloat(style[`border${side}Width`]) >= 1);
    const line = style.textDecorationLine !== "none" || Number(style.fontWeight) >= 600;
    if (!edge && !line) faults.push(`jetzige Seite nicht zu erkennen ${source(current)}`);
  }
  for (const part of all("svg :is(path, rect, circle, line, polyline, polygon, text)").filter(shown)) {
    const style = getComputedStyle(part);
    const seen = [style.fill, style.stroke].filter((colour) => colour !== "none");
    const ground = groundOf(part.closest("svg").parentElement);
    if (seen.length && seen.every((colour) => contrast(over(parse(colour), ground), ground) < 1.1)
      && !part.previousElementSibling) faults.push(`Zeichnung unsichtbar ${source(part)}`);
  }
  return faults;
}

function moving() {
  if (!matchMedia("(prefers-reduced-motion: reduce)").matches) return ["Einstellung wirkt nicht"];
  return all("*").filter((element) => {
    const style = getComputedStyle(element);
    return style.scrollBehavior === "smooth" || style.animationName !== "none"
      || style.transitionDuration.split(",").some((time) => parseFloat(time) > 0.01);
  }).map((element) => `bewegt sich: ${source(element)}`);
}

/** On paper: Fassung, date, address, targets of links; no tools, no wide tables, dark text. */
async function paper() {
  // Tables follow the width of the paper with a moment's delay.
  await new Promise((done) => setTimeout(done, 150));
  const faults = [];
  const head = document.querySelector(".druckkopf");
  const text = head && shown(head) ? head.innerText : "";
  for (const [what, pattern] of [["Fassung", /Fassung\s20\d\d\.\d|Entwurf|Alle Fassungen/],
    ["Datum", /\d{1,2}\.\s\p{L}+\s20\d\d/u], ["Adresse", /https:\/\//]]) {
    if (!pattern.test(text)) faults.push(`Druckkopf ohne ${what}`);
  }
  for (const element of all("body > header, .navigation, .verzeichnis, .weiterlesen, main button")) {
    if (shown(element)) faults.push(`wird gedruckt: ${source(element)}`);
  }
  for (const link of all(".text a[href^='http']").filter(shown)) {
    const printed = getComputedStyle(link, "::after").content;
    if (!printed.includes(link.getAttribute("href")) && !link.textContent.includes(link.href)) {
      faults.push(`Ziel nicht gedruckt: ${source(link)}`);
    }
  }
  for (const table of all("table").filter(shown)) {
    const more = Math.ceil(table.getBoundingClientRect().right) - innerWidth;
    if (more > 0) faults.push(`Tabelle ${more} px breiter als das Papier`);
  }
  for (const element of all("main :is(p, li, td, th, h1, h2, h3, a)").filter(shown)) {
    const colour = over(parse(getComputedStyle(element).color), [255, 255, 255]);
    if (contrast(colour, [255, 255, 255]) < 7) faults.push(`zu hell für Papier: ${source(element)}`);
  }
  for (const place of all("body > footer")) {
    if (!shown(place)) faults.push("Fuß fehlt auf Papier");
  }
  return [...faults, ...overflow()];
}

/** Own fonts, if any, may fail: each text has a family that every machine has. */
function fonts() {
  const faults = [];
  for (const face of document.fonts) {
    if (!["swap", "fallback", "optional"].includes(face.display)) faults.push(`wartet auf ${face.family}`);
  }
  const generic = /(serif|sans-serif|monospace|system-ui)\s*$/;
  for (const element of all("body, main, h1, h2, p, code, button, input, td, th")) {
    const family = getComputedStyle(element).fontFamily;
    if (!generic.test(family)) faults.push(`ohne allgemeine Schrift: ${family}`);
  }
  return [...new Set(faults)];
}

globalThis.pruefungBild = {
  bedienelemente: controls, zeichnung: drawnText, ziele: targets, breite: overflow, doppelt: doubled, abstand: spaced,
  ohneStil: unstyled, erzwungen: forcedColours, bewegung: moving, papier: paper, schrift: fonts,
};
