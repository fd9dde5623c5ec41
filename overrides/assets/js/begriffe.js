// Shows the explanation of a term where the term stands; without this the link leads to the list.

const WINDOW_ID = "begriff-fenster";
const GAP = 8;

/** Let each term open its explanation; Escape, the button or a click beside it closes. */
export function startTerms() {
  if (!("popover" in HTMLElement.prototype)) return;
  const terms = [...document.querySelectorAll("a.begriff")].filter(entryOf);
  if (!terms.length) return;

  const popover = emptyWindow();
  document.body.append(popover);
  let opener = null;

  for (const term of terms) {
    term.setAttribute("aria-haspopup", "dialog");
    term.setAttribute("aria-expanded", "false");
    term.addEventListener("click", (event) => {
      // With a key held down the reader wants a new tab or window.
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      if (opener) opener.setAttribute("aria-expanded", "false");
      fill(popover, term);
      popover.showPopover();
      opener = term;
      term.setAttribute("aria-expanded", "true");
      place(popover, term);
      popover.focus();
    });
  }

  popover.addEventListener("toggle", (event) => {
    if (event.newState === "open" || !opener) return;
    opener.setAttribute("aria-expanded", "false");
    // Whoever has clicked somewhere else stays there.
    const inside = popover.contains(document.activeElement);
    if (inside || document.activeElement === document.body) opener.focus({ preventScroll: true });
    opener = null;
  });
}

/** Return the explanation at the foot of the page to which a term belongs. */
function entryOf(term) {
  const id = term.hash.replace(/^#(begriff-)?/, "");
  return id ? document.getElementById(`begriff-${decodeURIComponent(id)}`) : null;
}

/** Make the window once; it is filled anew for each term. */
function emptyWindow() {
  const popover = document.createElement("div");
  popover.id = WINDOW_ID;
  popover.className = "begriff-fenster";
  popover.popover = "auto";
  popover.tabIndex = -1;
  popover.setAttribute("role", "dialog");
  return popover;
}

/** Take name, explanation and the way to the glossary from the list. */
function fill(popover, term) {
  const entry = entryOf(term);
  const title = document.createElement("p");
  title.id = `${WINDOW_ID}-titel`;
  title.className = "begriff-fenster__titel";
  title.textContent = entry.querySelector("dt").textContent;

  const texts = [...entry.querySelectorAll("dd:not(.begriffe__wege)")].map((dd) => {
    const paragraph = document.createElement("p");
    paragraph.textContent = dd.textContent;
    return paragraph;
  });

  const ways = document.createElement("p");
  ways.className = "begriff-fenster__wege";
  ways.append(entry.querySelector(".begriffe__wege a").cloneNode(true), closeButton(popover));
  popover.replaceChildren(title, ...texts, ways);
  popover.setAttribute("aria-labelledby", title.id);
}

function closeButton(popover) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "knopf";
  button.textContent = "Schließen";
  button.addEventListener("click", () => popover.hidePopover());
  return button;
}

/** Put the window below the term, or above it where there is no room; small screens: style sheet. */
function place(popover, term) {
  const at = term.getClientRects()[0];
  const size = popover.getBoundingClientRect();
  const below = at.bottom + GAP + size.height <= innerHeight;
  const top = below ? at.bottom + GAP : Math.max(GAP, at.top - GAP - size.height);
  const left = Math.max(GAP, Math.min(at.left, innerWidth - size.width - GAP));
  popover.style.setProperty("--fenster-oben", `${top}px`);
  popover.style.setProperty("--fenster-links", `${left}px`);
}
