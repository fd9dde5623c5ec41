// Filters a list or table by the form above it; the choice stands in the address.

import { startMatching } from "./match.js";

const ANYWHERE = "*";
// Browsers refuse an address that changes with every key.
const PAUSE_MS = 300;
// Stands in every entry and tells none apart.
const NOT_ASKED = ".rueckmeldung, [download]";

/** Show every filter form and wire it to the entries that stand beside it. */
export function startFilters() {
  for (const form of document.querySelectorAll("form[data-filter]")) startFilter(form);
}

/** Return what an entry says, its parts kept apart, and the words it is also known by. */
function textOf(entry) {
  const walker = document.createTreeWalker(entry, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
    return node.matches(NOT_ASKED) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  const parts = [entry.dataset.worte ?? ""];
  while (walker.nextNode()) parts.push(walker.currentNode.data);
  return parts.join(" ");
}

function numbersOf(entry) {
  return [...entry.querySelectorAll('a[href^="tel:"]')].map((link) => link.getAttribute("href"));
}

/** Read what abbreviations stand for: `asd=Allgemeiner Sozialer Dienst|…`. */
function meaningsOf(form) {
  const pairs = (form.dataset.filterKurz ?? "").split("|").filter(Boolean);
  return new Map(pairs.map((pair) => pair.split("=")));
}

function startFilter(form) {
  const key = form.dataset.filter;
  const status = form.querySelector("[data-filter-stand]");
  const entries = [...form.parentElement.querySelectorAll("[data-filter-eintrag]")];
  // Headings with nothing left below them would only be in the way; the innermost come first.
  const groups = [...form.parentElement.querySelectorAll("[data-filter-gruppe]")].reverse();
  const instead = form.parentElement.querySelector("[data-filter-ohne]");
  const fields = [...form.elements].filter((field) => field.name);
  const find = startMatching(
    entries.map((entry) => ({ text: textOf(entry), numbers: numbersOf(entry) })),
    meaningsOf(form),
  );
  const choices = entries.map(({ dataset }) =>
    Object.fromEntries(fields.map(({ name }) => [name, (dataset[name] ?? "").split("|")])),
  );
  const parameter = (field) => `${key}-${field.name}`;

  const fits = (index) =>
    fields.every(({ name, type, value }) => {
      if (type === "search" || !value) return true;
      const values = choices[index][name];
      return values.includes(value) || values.includes(ANYWHERE);
    });

  const apply = () => {
    const query = fields.find((field) => field.type === "search")?.value.trim() ?? "";
    const { hits, similar } = query ? find(query) : { hits: null, similar: false };
    let shown = 0;
    entries.forEach((entry, index) => {
      const hidden = !((!hits || hits.has(index)) && fits(index));
      // What stays as it is costs no layout.
      if (entry.hidden !== hidden) entry.hidden = hidden;
      if (!hidden) shown += 1;
    });
    for (const group of groups) {
      const hidden = !group.querySelector("[data-filter-eintrag]:not([hidden])");
      if (group.hidden !== hidden) group.hidden = hidden;
    }
    const count = `${form.dataset.filterMehrzahl}: ${shown} von ${entries.length}`;
    if (!shown) status.textContent = `${count}. Weniger Angaben helfen weiter.`;
    else status.textContent = similar ? `${count}. Genau so kommt es nicht vor, gezeigt ist Ähnliches.` : count;
  };

  const remember = () => {
    const address = new URL(location.href);
    for (const field of fields) {
      const value = field.value.trim();
      if (value) address.searchParams.set(parameter(field), value);
      else address.searchParams.delete(parameter(field));
    }
    history.replaceState(history.state, "", address);
  };

  const recall = () => {
    const given = new URLSearchParams(location.search);
    for (const field of fields) field.value = given.get(parameter(field)) ?? "";
  };

  if ("filterViele" in form.dataset) form.parentElement.classList.add("filterbereich--viele");
  form.hidden = false;
  if (instead) instead.hidden = true;
  recall();
  apply();
  // Who follows a link to an entry wants to see it, whatever was chosen before.
  const showTarget = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target?.closest("[hidden]") || !form.parentElement.contains(target)) return;
    for (const field of fields) field.value = "";
    apply();
    target.scrollIntoView();
  };
  showTarget();
  addEventListener("hashchange", showTarget);
  let timer;
  form.addEventListener("input", ({ target }) => {
    apply();
    clearTimeout(timer);
    if (target.type === "search") timer = setTimeout(remember, PAUSE_MS);
    else remember();
  });
  form.addEventListener("reset", () => {
    // The fields are emptied only after this event.
    clearTimeout(timer);
    setTimeout(() => {
      apply();
      remember();
    });
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const first = entries.find((entry) => !entry.hidden);
    const goal = first?.closest("[tabindex]") ?? first;
    if (!goal) return;
    if (!goal.hasAttribute("tabindex")) goal.tabIndex = -1;
    goal.focus();
  });
}
