// Checks of what stands on every page by law, and of what a page must not do.

const shown = (element) => element.checkVisibility({ visibilityProperty: true });
const all = (selector) => [...document.querySelectorAll(selector)];
const source = (element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 110);

/** The legal links stand in the footer, by name and by target. */
function legalLinks() {
  const links = all("body > footer a").filter(shown);
  const wanted = {
    Impressum: /service\/impressum\/$/,
    Datenschutz: /service\/datenschutz\/$/,
    Barrierefreiheit: /service\/barrierefreiheit\/$/,
    "Barriere melden": /^(mailto:|https:)|\/service\/barriere-melden\/$/,
  };
  return Object.entries(wanted).filter(([text, target]) =>
    !links.some((link) => link.textContent.trim() === text && target.test(link.href)))
    .map(([text]) => `fehlt im Fuß: ${text}`);
}

/** Help for a child in danger is one step away, everywhere. */
function childProtection() {
  const links = all("body > header a").filter(shown);
  return ["service/kinderschutz/", "tel:110"].filter((target) =>
    !links.some((link) => link.href.endsWith(target))).map((target) => `fehlt im Kopf: ${target}`);
}

/** Markup that the policy would have to stop. */
function foreignCode() {
  const faults = [];
  const first = document.querySelector("head > meta[charset] + meta");
  const policy = first?.httpEquiv === "Content-Security-Policy" ? first.content : "";
  if (!/^default-src 'none';/.test(policy)) faults.push("Policy fehlt oder steht nicht vorn");
  if (/unsafe|\*/.test(policy)) faults.push(`Policy erlaubt zu viel: ${policy}`);
  for (const element of all("script:not([src]), style, iframe, object, embed, base")) {
    faults.push(source(element));
  }
  for (const element of all("*")) {
    for (const { name, value } of element.attributes) {
      if (name.startsWith("on") || name === "style") faults.push(`${name} an ${source(element)}`);
      if (["href", "src", "action"].includes(name) && /^\s*(javascript|vbscript|data):/i.test(value)) {
        faults.push(`${value.slice(0, 40)} an ${source(element)}`);
      }
    }
  }
  return faults;
}

async function stored() {
  return [
    ...document.cookie.split(";").map((part) => part.trim()).filter(Boolean),
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map((database) => database.name),
    ...(await caches.keys()),
    ...(await navigator.serviceWorker.getRegistrations()).map((worker) => worker.scope),
  ];
}

/** Videos: local, operable, with captions and a download; nothing plays by itself. */
function videos() {
  const faults = [];
  for (const video of all("video, audio")) {
    if (!video.controls) faults.push(`ohne Bedienung: ${source(video)}`);
    if (video.autoplay) faults.push(`beginnt von selbst: ${source(video)}`);
    const files = [video.src, ...[...video.querySelectorAll("source")].map((part) => part.src)];
    if (files.some((file) => file && new URL(file).origin !== location.origin)) {
      faults.push(`von fremdem Ort: ${source(video)}`);
    }
    const place = video.closest("figure") ?? video.parentElement;
    if (!/\d+(,\d+)?\s*(KB|MB)/.test(place.textContent) || !/\d+:\d\d|Minute/.test(place.textContent)) {
      faults.push(`ohne Größe oder Dauer: ${source(video)}`);
    }
  }
  return faults;
}

/** Easy language: short sentences, compounds with hyphen or dot, no abbreviations. */
function easyLanguage() {
  const faults = [];
  for (const part of all("[data-leichte-sprache], .leichte-sprache")) {
    const text = part.innerText.replace(/\s+/g, " ");
    for (const sentence of text.split(/(?<=[.!?:])\s/)) {
      if (sentence.split(" ").length > 12) faults.push(`langer Satz: ${sentence.slice(0, 90)}`);
    }
    for (const word of text.match(/\p{L}{19,}/gu) ?? []) faults.push(`langes Wort: ${word}`);
    for (const short of text.match(/\b(z\.\s?B|u\.\s?a|d\.\s?h|bzw|usw|ggf)\b/g) ?? []) {
      faults.push(`Abkürzung: ${short}`);
    }
  }
  return faults;
}

globalThis.pruefungSpuren = {
  recht: legalLinks, kinderschutz: childProtection, fremdes: foreignCode, gespeichert: stored,
  film: videos, leicht: easyLanguage,
};
