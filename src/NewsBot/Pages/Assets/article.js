// Marks the part of the text that the address names: #q812-934 are UTF-16 offsets, which is how scripts count, too.
"use strict";

(() => {
  const text = document.getElementById("text");
  const announcement = document.getElementById("announcement");

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
    if (marks.length === 0) return;
    // Where a screen reader goes on reading.
    marks[0].tabIndex = -1;
    marks[0].focus({ preventScroll: true });
    marks[0].scrollIntoView({ block: "center" });
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
