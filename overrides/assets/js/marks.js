// Turns the worker's HTML into plain text with marks; no other element of it reaches the page.

/** Return a fragment that holds the text of `html`, its `mark` elements kept. */
export function textWithMarks(html) {
  const fragment = document.createDocumentFragment();
  copyText(new DOMParser().parseFromString(html, "text/html").body, fragment);
  return fragment;
}

function copyText(source, target) {
  for (const node of source.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) {
      target.append(node.data);
    } else if (node.nodeName === "MARK") {
      const mark = document.createElement("mark");
      mark.textContent = node.textContent;
      target.append(mark);
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      copyText(node, target);
      target.append(" ");
    }
  }
}
