// Asks Material's search worker: every word first, then some of them, then similar ones.

import { fold } from "./fold.js";
import { everyWord, similarWords, someWords, splitWord, wordsOf } from "./query.js";

const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;

// Titles weigh 300 and more, texts at most some tens: below this only texts hold the word.
const TITLE_SCORE = 150;
const LONG_WORD = 9;
const WORDS_SUGGESTED = 3;

/** Say what stands for a page: its best record or itself, and below it what holds the words. */
function hitOf(group) {
  const page = group.find((entry) => !entry.location.includes("#")) ?? group[0];
  const best = group[0];
  // A record has its own name and outranks its page; a section stands below the page's title.
  const head = best.eintrag ? best : page;
  // Beside a record the section that lists all of them tells nothing.
  const sections = group.filter(
    (entry) =>
      entry !== head && entry !== page && entry.score > 0 && (entry.eintrag || !best.eintrag),
  );
  return { head, page, sections, score: best.score };
}

/** Tell whether a title is exactly what was asked for, in any spelling. */
function isCalled(entry, words) {
  const title = entry.title.replace(/<[^>]*>/g, "");
  return fold(wordsOf(title).join(" ")) === fold(words.join(" "));
}

/** Put hits first that are called what was asked for; the glossary waits for its turn. */
function ranked(items, words) {
  const hits = items.map(hitOf);
  const named = hits.filter(({ head }) => head.art !== "Glossar" && isCalled(head, words));
  return [...named, ...hits.filter((hit) => !named.includes(hit))];
}

function hasTitle(hit) {
  return hit.score >= TITLE_SCORE;
}

/** Return the words that a search for similar ones has marked, the most frequent first. */
function markedWords(items) {
  const count = new Map();
  for (const group of items.slice(0, 10)) {
    for (const { title, text } of group) {
      for (const [, word] of `${title} ${text}`.matchAll(/<mark[^>]*>([^<]*)<\/mark>/g)) {
        const bare = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
        count.set(bare, (count.get(bare) ?? 0) + 1);
      }
    }
  }
  const seen = new Set();
  return [...count]
    .sort(([, a], [, b]) => b - a)
    .map(([word]) => word)
    .filter((word) => word && !seen.has(fold(word)) && seen.add(fold(word)));
}

/**
 * Load the index and start the worker.
 * @param {string} indexUrl address of search_index.json
 * @param {string} workerUrl address of the worker
 * @returns {Promise<(text: string) => Promise<{hits: object[], similar: string[], exact: boolean}>>} the search
 */
export async function startFinder(indexUrl, workerUrl) {
  const response = await fetch(indexUrl);
  if (!response.ok) throw new Error(String(response.status));
  const index = await response.json();
  const worker = new Worker(workerUrl);
  const waiting = [];
  await new Promise((resolve, reject) => {
    worker.addEventListener("error", reject, { once: true });
    worker.addEventListener("message", ({ data }) => {
      if (data.type === READY) resolve();
      else if (data.type === RESULT) waiting.shift()(data.data.items);
    });
    worker.postMessage({ type: SETUP, data: { ...index, options: { suggest: false } } });
  });
  // The worker answers in the order of the questions.
  const ask = (query) =>
    new Promise((resolve) => {
      waiting.push(resolve);
      worker.postMessage({ type: QUERY, data: query });
    });

  // A compound of the reader's own: „Elternarbeit“, where the site says „Arbeit mit Eltern“.
  const splitHits = async (word, known) => {
    const answers = await Promise.all(splitWord(word).map(ask));
    const best = answers.map((items) => ranked(items, [word])).filter((hits) => hits.some(hasTitle));
    const places = new Set(known.map(({ page }) => page.location));
    return (best[0] ?? []).filter((hit) => hasTitle(hit) && !places.has(hit.page.location));
  };

  return async (text) => {
    const words = wordsOf(text);
    if (!words.length) return { hits: [], similar: [], exact: false };
    let items = await ask(everyWord(words));
    if (!items.length && words.length > 1) items = await ask(someWords(words));
    const hits = ranked(items, words);
    if (words.length === 1 && words[0].length >= LONG_WORD && !hits.some(hasTitle)) {
      hits.push(...(await splitHits(words[0], hits)));
    }
    if (hits.length) return { hits, similar: [], exact: true };
    items = await ask(similarWords(words));
    return {
      hits: ranked(items, words),
      similar: markedWords(items).slice(0, WORDS_SUGGESTED),
      exact: false,
    };
  };
}
