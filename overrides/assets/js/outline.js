// Opens the outline of the page where it has its own column; on small screens it stays folded.

/** Follow the width of the window; a choice made by the reader lasts until the width changes. */
export function startOutline() {
  const outline = document.querySelector("[data-verzeichnis]");
  if (!outline) return;
  const wide = matchMedia("(min-width: 76rem)");
  const follow = () => {
    outline.open = wide.matches;
  };
  wide.addEventListener("change", follow);
  follow();
}
