// Filters a list or table by the form above it; the choice stands in the address.

import { fold } from "./fold.js";

const ANYWHERE = "*";

/** Show every filter form and wire it to the entries that stand beside it. */
export function startFilters() {
  for (const form of document.querySelectorAll("form[data-filter]")) startFilter(form);
}

function startFilter(form) {
  const key = form.dataset.filter;
  const status = form.querySelector("[data-filter-stand]");
  const entries = [...form.parentElement.querySelectorAll("[data-filter-eintrag]")];
  // Headings with nothing left below them would only be in the way; the innermost come first.
  const groups = [...form.parentElement.querySelectorAll("[data-filter-gruppe]")].reverse();
  const instead = form.parentElement.querySelector("[data-filter-ohne]");
  const fields = [...form.elements].filter((field) => field.name);
  const texts = new Map(entries.map((entry) => [entry, fold(entry.textContent)]));
  const parameter = (field) => `${key}-${field.name}`;

  const fits = (entry) =>
    fields.every((field) => {
      const wanted = field.value.trim();
      if (!wanted) return true;
      if (field.type === "search") {
        return fold(wanted).split(/\s+/).every((word) => texts.get(entry).includes(word));
      }
      const values = (entry.dataset[field.name] ?? "").split("|");
      return values.includes(wanted) || values.includes(ANYWHERE);
    });

  const apply = () => {
    for (const entry of entries) entry.hidden = !fits(entry);
    for (const group of groups) {
      group.hidden = !group.querySelector("[data-filter-eintrag]:not([hidden])");
    }
    const shown = entries.filter((entry) => !entry.hidden).length;
    const count = `${form.dataset.filterMehrzahl}: ${shown} von ${entries.length}`;
    status.textContent = shown ? count : `${count}. Weniger Angaben helfen weiter.`;
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
  form.addEventListener("input", () => {
    apply();
    remember();
  });
  form.addEventListener("reset", () => {
    // The fields are emptied only after this event.
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
