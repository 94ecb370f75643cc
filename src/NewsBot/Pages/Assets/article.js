// Marks the part of the text that the address names: #q812-934 are UTF-16 offsets, which is how scripts count, too.
"use strict";

(() => {
  const text = document.getElementById("text");
  const announcement = document.getElementById("announcement");
  const marked = document.getElementById("marks");
  const back = document.getElementById("back");
  const quotes = [...marked.querySelectorAll(".chip")];

  // The page that led here, as it was left: its address holds the whole conversation.
  const left = sessionStorage.getItem("newsbot.left");
  if (back && left?.startsWith(back.pathname + "?")) back.href = left;

  function show() {
    for (const mark of text.querySelectorAll("mark")) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent.normalize();
    }

    const range = /^#q(\d+)-(\d+)$/.exec(location.hash);
    const marks = range ? wrap(Number(range[1]), Number(range[2])) : [];
    text.classList.toggle("marked", marks.length > 0);
    announcement.textContent = marks.length > 0 ? "The quoted passage is marked." : range ? "The quoted passage is not in this version of the article." : "";
    step();
    if (marks.length === 0) return;
    marked.hidden = false;
    // Where a screen reader goes on reading.
    marks[0].tabIndex = -1;
    marks[0].focus({ preventScroll: true });
    marks[0].scrollIntoView({ block: "center" });
  }

  // From the mark that is shown to the ones before and after it.
  function step() {
    const at = quotes.findIndex(quote => quote.hash === location.hash);
    for (const [index, quote] of quotes.entries()) {
      if (index === at) quote.setAttribute("aria-current", "true");
      else quote.removeAttribute("aria-current");
    }

    for (const [id, quote] of [["previous", quotes[at - 1]], ["next", quotes[at + 1]]]) {
      const link = document.getElementById(id);
      if (!link) continue;
      link.hidden = !quote;
      if (quote) link.href = quote.hash;
    }
  }

  function wrap(start, end) {
    const found = [];
    for (const paragraph of text.querySelectorAll("p[data-start]")) {
      let offset = Number(paragraph.dataset.start);
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode;
        const from = Math.max(start - offset, 0);
        const to = Math.min(end - offset, node.length);
        if (from < to) found.push({ node, from, to });
        offset += node.length;
      }
    }

    return found.map(({ node, from, to }) => {
      const part = document.createRange();
      part.setStart(node, from);
      part.setEnd(node, to);
      const mark = document.createElement("mark");
      part.surroundContents(mark);
      return mark;
    });
  }

  addEventListener("hashchange", show);
  // Once more when the page is loaded: the browser's own jump to the fragment comes in between, and takes the focus away.
  addEventListener("load", show);
  show();
})();
