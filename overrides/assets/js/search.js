// The search dialog: fetches index and worker on first use, shows what is found or what helps.

import { startFinder } from "./finder.js";
import { textWithMarks } from "./marks.js";

const PAGES_SHOWN = 12;
const SECTIONS_SHOWN = 3;
const PAUSE_MS = 120;

const TEXT = {
  loading: "Die Suche wird geladen …",
  failed: "Die Suche ist gerade nicht erreichbar. Bitte nutzen Sie das Menü.",
  none: "Nichts gefunden. Versuchen Sie ein anderes Wort oder nur den Wortanfang.",
  similar: "So geschrieben kommt es nicht vor. Ähnliches:",
};

/** Count pages in words, and say when only the first are shown. */
function countText(count) {
  const found = count === 1 ? "1 Seite gefunden" : `${count} Seiten gefunden`;
  return count > PAGES_SHOWN ? `${found}, die ersten ${PAGES_SHOWN} sehen Sie hier.` : `${found}.`;
}

/** One hit: what it is, the passage that fits best, and the sections that hold the words. */
function hitElement({ head, sections }, base) {
  const element = document.createElement("li");
  const kind = document.createElement("span");
  kind.className = "merkmal";
  kind.textContent = head.art;
  element.append(linkTo(head, base), " ", kind);
  // A record's own lines hold its number; of a page the passage with the words says most.
  const passages = head.eintrag ? [] : [head, ...sections];
  const passage = passages.find((entry) => entry.text?.includes("<mark")) ?? head;
  if (passage.text) {
    const text = document.createElement("p");
    text.append(textWithMarks(passage.text));
    element.append(text);
  }
  if (sections.length) {
    const list = document.createElement("ul");
    for (const section of sections.slice(0, SECTIONS_SHOWN)) {
      const item = document.createElement("li");
      item.append(linkTo(section, base));
      list.append(item);
    }
    element.append(list);
  }
  return element;
}

function linkTo(entry, base) {
  const link = document.createElement("a");
  link.href = new URL(entry.location, base);
  link.append(textWithMarks(entry.title));
  return link;
}

function wordButton(word, choose) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "knopf";
  button.textContent = word;
  button.addEventListener("click", () => choose(word));
  return button;
}

/** Wire the dialog to its buttons and its form. */
export function startSearch() {
  const dialog = document.querySelector("[data-suche]");
  const openers = document.querySelectorAll("[data-suche-oeffnen]");
  if (!dialog || !openers.length || !dialog.showModal || !window.Worker) return;

  const part = (name) => dialog.querySelector(`[data-suche-${name}]`);
  const field = dialog.querySelector("input");
  const [status, words, hits, help] = ["stand", "woerter", "treffer", "hilfe"].map(part);
  const base = new URL(`${dialog.dataset.basis.replace(/\/$/, "")}/`, document.baseURI);
  let finder;
  let timer;

  const choose = (word) => {
    field.value = word;
    field.focus();
    ask();
  };

  const show = ({ hits: found, similar, exact }) => {
    hits.replaceChildren(...found.slice(0, PAGES_SHOWN).map((hit) => hitElement(hit, base)));
    words.replaceChildren(...similar.map((word) => wordButton(word, choose)));
    words.hidden = !similar.length;
    help.hidden = exact;
    if (exact) status.textContent = countText(found.length);
    else status.textContent = found.length ? TEXT.similar : TEXT.none;
  };

  const clear = () => {
    for (const list of [hits, words]) list.replaceChildren();
    words.hidden = true;
    help.hidden = true;
    status.textContent = "";
  };

  const ask = async () => {
    const query = field.value.trim();
    if (!query) {
      clear();
      return;
    }
    const find = await finder;
    if (!find) return;
    const answer = await find(query);
    // An answer that comes after the field has changed is no longer wanted.
    if (field.value.trim() === query) show(answer);
  };

  const load = () => {
    status.textContent = TEXT.loading;
    finder = startFinder(dialog.dataset.verzeichnisDatei, dialog.dataset.worker)
      .then((find) => {
        status.textContent = "";
        return find;
      })
      .catch(() => {
        status.textContent = TEXT.failed;
        finder = undefined;
      });
  };

  for (const opener of openers) {
    opener.hidden = false;
    opener.addEventListener("click", () => {
      if (!finder) load();
      dialog.showModal();
      field.select();
    });
  }
  part("schliessen").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    const followed = event.target.closest?.(".suche__treffer a, .suche__hilfe a");
    if (event.target === dialog || followed) dialog.close();
  });
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE_MS);
  });
  part("formular").addEventListener("submit", (event) => {
    event.preventDefault();
    hits.querySelector("a")?.click();
  });
}
