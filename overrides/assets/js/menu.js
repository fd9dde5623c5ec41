// Turns the link to the navigation into a button that opens and closes it on small screens.

/** Replace the links by the button; Escape closes and returns the focus. */
export function startMenu() {
  const navigation = document.getElementById("navigation");
  const button = document.querySelector("[data-menue-knopf]");
  if (!navigation || !button) return;

  const isOpen = () => navigation.dataset.menue === "offen";
  const show = (open) => {
    navigation.dataset.menue = open ? "offen" : "zu";
    button.setAttribute("aria-expanded", String(open));
  };

  for (const link of document.querySelectorAll("[data-menue-verweis]")) link.hidden = true;
  button.hidden = false;
  show(location.hash === "#navigation");

  button.addEventListener("click", () => {
    show(!isOpen());
    // The navigation stands after the text in the document: the focus goes where the eye is.
    if (isOpen()) navigation.focus();
  });
  // The skip link to the navigation opens it where it is folded away.
  for (const link of document.querySelectorAll('.sprung[href="#navigation"]')) {
    link.addEventListener("click", () => show(true));
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isOpen()) return;
    const inside = navigation.contains(document.activeElement);
    if (!inside && document.activeElement !== button) return;
    show(false);
    // On wide screens the navigation always shows and the button does not.
    if (button.offsetParent) button.focus();
  });
}
