// The search dialog: fetches index and worker on first use, asks the worker, shows what it finds.

import { textWithMarks } from "./marks.js";

const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;

const PAGES_SHOWN = 12;
const SECTIONS_SHOWN = 3;
const PAUSE_MS = 120;

const TEXT = {
  loading: "Die Suche wird geladen …",
  failed: "Die Suche ist gerade nicht erreichbar. Bitte nutzen Sie das Menü.",
  none: "Nichts gefunden. Versuchen Sie ein anderes Wort oder nur den Wortanfang.",
};

/** Count pages in words, and say when only the first are shown. */
function countText(count) {
  const found = count === 1 ? "1 Seite gefunden" : `${count} Seiten gefunden`;
  return count > PAGES_SHOWN ? `${found}, die ersten ${PAGES_SHOWN} sehen Sie hier.` : `${found}.`;
}

/** One hit: the page, the passage that fits best, and the sections that hold the words. */
function hitElement(group, base) {
  const page = group.find((entry) => !entry.location.includes("#")) ?? group[0];
  const sections = group.filter((entry) => entry !== page && entry.score > 0);
  const element = document.createElement("li");
  element.append(linkTo(page, base));
  const passage = [page, ...sections].find((entry) => entry.text && entry.text.includes("<mark"));
  if (passage) {
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

/** Load the index and start the worker once; resolve when it answers. */
function startWorker(dialog) {
  return fetch(dialog.dataset.verzeichnisDatei)
    .then((response) => {
      if (!response.ok) throw new Error(String(response.status));
      return response.json();
    })
    .then(
      (index) =>
        new Promise((resolve, reject) => {
          const worker = new Worker(dialog.dataset.worker);
          worker.addEventListener("error", reject, { once: true });
          worker.addEventListener("message", ({ data }) => {
            if (data.type === READY) resolve(worker);
          });
          worker.postMessage({ type: SETUP, data: { ...index, options: { suggest: false } } });
        }),
    );
}

/** Wire the dialog to its buttons and its form. */
export function startSearch() {
  const dialog = document.querySelector("[data-suche]");
  const openers = document.querySelectorAll("[data-suche-oeffnen]");
  if (!dialog || !openers.length || !dialog.showModal || !window.Worker) return;

  const field = dialog.querySelector("input");
  const status = dialog.querySelector("[data-suche-stand]");
  const hits = dialog.querySelector("[data-suche-treffer]");
  const base = new URL(`${dialog.dataset.basis.replace(/\/$/, "")}/`, document.baseURI);
  let worker;
  let timer;

  const show = ({ items }) => {
    hits.replaceChildren(...items.slice(0, PAGES_SHOWN).map((group) => hitElement(group, base)));
    status.textContent = items.length ? countText(items.length) : TEXT.none;
  };

  const ask = async () => {
    const query = field.value.trim();
    if (!query) {
      hits.replaceChildren();
      status.textContent = "";
      return;
    }
    const ready = await worker;
    if (ready) ready.postMessage({ type: QUERY, data: query });
  };

  const load = () => {
    status.textContent = TEXT.loading;
    worker = startWorker(dialog)
      .then((ready) => {
        ready.addEventListener("message", ({ data }) => {
          // An answer that comes after the field was emptied is no longer wanted.
          if (data.type === RESULT && field.value.trim()) show(data.data);
        });
        status.textContent = "";
        return ready;
      })
      .catch(() => {
        status.textContent = TEXT.failed;
        worker = undefined;
      });
  };

  for (const opener of openers) {
    opener.hidden = false;
    opener.addEventListener("click", () => {
      if (!worker) load();
      dialog.showModal();
      field.select();
    });
  }
  dialog.querySelector("[data-suche-schliessen]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest?.(".suche__treffer a")) dialog.close();
  });
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE_MS);
  });
  dialog.querySelector("[data-suche-formular]").addEventListener("submit", (event) => {
    event.preventDefault();
    hits.querySelector("a")?.click();
  });
}
