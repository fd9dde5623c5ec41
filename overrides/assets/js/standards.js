// Lets readers choose standards by dimension, obligation and role; without it all of them show.

/** Show the form, filter as chosen, and keep the choice in the address. */
export function startStandards() {
  const catalogue = document.querySelector("[data-standardkatalog]");
  const form = catalogue?.querySelector("[data-standardfilter]");
  if (!form) return;

  const count = form.querySelector("[data-standardzahl]");
  const standards = [...catalogue.querySelectorAll(".standard")];
  const groups = [...catalogue.querySelectorAll("[data-standardgruppe]")];
  const selects = [...form.querySelectorAll("select")];

  const apply = () => {
    const shown = standards.filter((standard) => fits(standard, selects));
    for (const standard of standards) standard.hidden = !shown.includes(standard);
    for (const group of groups) group.hidden = !group.querySelector(".standard:not([hidden])");
    count.textContent = `${shown.length} von ${standards.length} Standards`;
  };
  const remember = () => {
    const address = new URL(location.href);
    for (const { name, value } of selects) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    // A link to one standard would undo the choice when the page is loaded again.
    if (selects.some(({ value }) => value)) address.hash = "";
    history.replaceState(null, "", address);
  };

  catalogue.querySelector("[data-standardwege]").hidden = true;
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => {
    remember();
    apply();
  });
  form.addEventListener("reset", () => {
    // The fields are empty only after this event.
    setTimeout(() => {
      remember();
      apply();
    });
  });
  // A link to one standard always shows it.
  const reveal = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (!target?.hidden) return;
    form.reset();
    requestAnimationFrame(() => target.scrollIntoView());
  };
  addEventListener("hashchange", reveal);

  choose(selects);
  apply();
  reveal();
}

/** Take the choice from the address; values that no list has are passed over. */
function choose(selects) {
  const wanted = new URLSearchParams(location.search);
  for (const select of selects) {
    const value = wanted.get(select.name);
    if ([...select.options].some((option) => option.value === value)) select.value = value;
  }
}

function fits(standard, selects) {
  return selects.every(
    ({ name, value }) => !value || standard.dataset[name].split(" ").includes(value),
  );
}
