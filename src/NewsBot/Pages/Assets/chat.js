// Asks without loading the page again, and gives citations what style sheets cannot: Esc, touch, and room to open in.
"use strict";

(() => {
  const patience = 30_000;
  const maxTurns = 10;
  const maxBefore = 4;
  const form = document.getElementById("composer");
  const box = document.getElementById("question");
  const button = form.querySelector("button");
  const fresh = document.getElementById("fresh");
  const conversation = document.getElementById("conversation");
  let next = conversation.children.length + 1;
  let busy = false;

  form.addEventListener("submit", event => {
    event.preventDefault();
    const question = box.value.trim();
    if (!question || busy) return;
    box.value = "";
    ask(question);
  });

  box.addEventListener("keydown", event => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });

  // Examples and follow-ups ask in place, too; with a modifier key they open as links do.
  document.querySelector("main").addEventListener("click", event => {
    const link = event.target.closest(".examples a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || busy) return;
    event.preventDefault();
    box.focus();
    ask(link.textContent.trim());
  });

  // What the archive holds may take a while to count: the page does not wait for it.
  const facts = document.getElementById("facts");
  if (facts?.dataset.more) load(facts.dataset.more).then(made => made && facts.replaceWith(made));

  async function ask(question) {
    document.getElementById("welcome")?.remove();
    removeFollowUps();
    fresh.hidden = false;
    const waiting = element("article", "turn");
    waiting.append(element("h2", "question", question), element("p", "working", "Searching the articles…"));
    waiting.firstChild.dir = "auto";
    conversation.append(waiting);
    reveal(waiting);
    await answer(question, waiting);
  }

  async function answer(question, place) {
    setBusy(true);
    try {
      const query = queryOf(question, place);
      const turn = form.dataset.stream ? await watchTurn(query, place) : await fetchTurn(query);
      place.replaceWith(turn);
      remember();
      showCopy(turn);
      reveal(turn);
      offerFollowUps(turn);
    } catch (error) {
      const trouble = element("div", "trouble");
      const retry = element("button", "", "Try again");
      retry.type = "button";
      retry.addEventListener("click", () => {
        if (busy) return;
        trouble.replaceWith(element("p", "working", "Searching the articles…"));
        box.focus();
        answer(question, place);
      });
      trouble.append(element("p", "", error.said ?? "NewsBot cannot be reached. Your question is still here."), retry);
      place.lastChild.replaceWith(trouble);
      reveal(place);
    } finally {
      setBusy(false);
    }
  }

  // The page has a name, and what was asked on it before is sent along: "and when?" leans on both.
  function queryOf(question, place) {
    const query = new URLSearchParams({ q: question, n: next, c: form.dataset.conversation });
    for (const field of form.querySelectorAll(".filters input")) if (field.value) query.append(field.name, field.value);
    return withBefore(query, place);
  }

  function withBefore(query, turn) {
    const before = [...conversation.querySelectorAll(".turn > .question")].filter(heading => heading.parentNode !== turn);
    for (const heading of before.slice(-maxBefore)) query.append("before", heading.textContent);
    return query;
  }

  // Questions that lead on; each was tried, so they come a moment after the answer. Without them nothing is amiss.
  async function offerFollowUps(turn) {
    if (!turn.querySelector(".answer, .declined")) return;
    const query = withBefore(new URLSearchParams({ q: turn.querySelector(".question").textContent }), turn);
    const made = await load(`${form.dataset.followUps}?${query}`);
    if (!made || turn !== conversation.lastElementChild || busy) return;
    const wasAtEnd = document.documentElement.scrollHeight - innerHeight - scrollY < 80;
    turn.append(made);
    if (wasAtEnd) reveal(turn);
  }

  function removeFollowUps() {
    for (const old of conversation.querySelectorAll(".follow-ups")) old.remove();
  }

  // The first element of a fragment; nothing where there is none, or it cannot be had.
  async function load(address) {
    try {
      const response = await fetch(address, { signal: AbortSignal.timeout(patience), cache: "no-store" });
      if (response.status !== 200) return null;
      return document.adoptNode(new DOMParser().parseFromString(await response.text(), "text/html").body.firstElementChild);
    } catch {
      return null;
    }
  }

  async function fetchTurn(query) {
    const response = await fetch(`${form.dataset.answer}?${query}`, { signal: AbortSignal.timeout(patience), cache: "no-store" });
    if (!response.ok) throw Object.assign(new Error(), { said: "Something went wrong on NewsBot’s side, and there is no answer." });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    next++;
    return document.adoptNode(page.querySelector(".turn"));
  }

  // A model writes: statements are shown one by one, each after its evidence was checked.
  function watchTurn(query, place) {
    return new Promise((resolve, reject) => {
      const events = new EventSource(`${form.dataset.stream}?${query}`);
      const fail = () => finish(() => reject(new Error()));
      const timer = setTimeout(fail, patience);
      const finish = then => {
        clearTimeout(timer);
        events.close();
        then();
      };
      const read = event => document.adoptNode(new DOMParser().parseFromString(event.data, "text/html").querySelector(".turn"));
      events.addEventListener("doing", event => {
        const working = place.querySelector(".working");
        if (working) working.textContent = event.data;
      });
      events.addEventListener("part", event => {
        place.replaceChildren(...read(event).childNodes);
        reveal(place);
      });
      events.addEventListener("turn", event => finish(() => {
        next++;
        resolve(read(event));
      }));
      // No second try by itself: the question would be asked again.
      events.addEventListener("error", fail);
    });
  }

  // The address holds the questions: reload, back and a shared link bring them again.
  function remember() {
    const questions = [...conversation.querySelectorAll(".turn > .question")].map(heading => heading.textContent).slice(-maxTurns);
    history.replaceState(null, "", `${form.getAttribute("action")}?${new URLSearchParams(questions.map(question => ["q", question]))}`);
  }

  // All of a turn where it fits, else its beginning.
  function reveal(turn) {
    const room = form.getBoundingClientRect().top - 32;
    turn.scrollIntoView({ block: turn.offsetHeight > room ? "start" : "nearest" });
  }

  function setBusy(value) {
    busy = value;
    button.setAttribute("aria-disabled", String(value));
    conversation.setAttribute("aria-busy", String(value));
  }

  function element(name, className, text = "") {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.textContent = text;
    return made;
  }

  // Citations
  const close = except => {
    for (const cite of conversation.querySelectorAll(".cite.open")) if (cite !== except) cite.classList.remove("open");
  };

  // Below the number where there is room, else above it: always touching it, so that a pointer can go over to the passage.
  const makeRoom = cite => {
    const tip = cite.querySelector(".tip");
    const chip = cite.querySelector(".chip").getBoundingClientRect();
    const statement = cite.closest(".statement").getBoundingClientRect();
    const isAbove = chip.bottom + tip.offsetHeight > form.getBoundingClientRect().top && chip.top > tip.offsetHeight;
    tip.style.top = isAbove ? "auto" : `${chip.bottom - statement.top}px`;
    tip.style.bottom = isAbove ? `${statement.bottom - chip.top}px` : "auto";
  };

  conversation.addEventListener("pointerover", event => {
    const cite = event.target.closest(".cite");
    if (cite && !cite.contains(event.relatedTarget)) makeRoom(cite);
  });
  conversation.addEventListener("focusin", event => {
    const cite = event.target.closest(".cite");
    if (cite) makeRoom(cite);
  });

  // Shown again when pointer or focus comes back.
  for (const leaving of ["pointerout", "focusout"]) {
    conversation.addEventListener(leaving, event => {
      const cite = event.target.closest(".cite");
      if (cite && !cite.contains(event.relatedTarget)) cite.classList.remove("dismissed");
    });
  }

  document.addEventListener("keydown", event => {
    if (event.key !== "Escape") return;
    close();
    for (const cite of conversation.querySelectorAll(".cite:hover, .cite:focus-within")) cite.classList.add("dismissed");
  });

  // A finger cannot hover: its first tap shows the passage, its second follows.
  let pointer = "mouse";
  document.addEventListener("pointerdown", event => {
    pointer = event.pointerType;
    close(event.target.closest(".cite"));
  });
  conversation.addEventListener("click", event => {
    const cite = event.target.closest(".chip")?.closest(".cite");
    if (!cite || pointer !== "touch" || cite.classList.contains("open")) return;
    event.preventDefault();
    cite.classList.remove("dismissed");
    cite.classList.add("open");
    makeRoom(cite);
  });

  // What is thought of an answer is sent without leaving the page; without this script the form loads it again.
  conversation.addEventListener("submit", async event => {
    const tools = event.target.closest(".tools");
    if (!tools || !event.submitter) return;
    event.preventDefault();
    const said = tools.querySelector(".said");
    try {
      const body = new URLSearchParams({ useful: event.submitter.value });
      const response = await fetch(tools.action, { method: "POST", body, signal: AbortSignal.timeout(patience) });
      if (!response.ok) throw new Error();
      for (const thumb of tools.querySelectorAll("[name=useful]")) thumb.setAttribute("aria-pressed", String(thumb === event.submitter));
      said.textContent = "Thank you.";
      offerComment(tools, response.status === 200 ? await response.text() : "");
    } catch {
      said.textContent = "Your feedback could not be saved.";
    }
  });

  // After a thumb down there is a field for what was wrong; it is left empty as well as filled.
  function offerComment(tools, html) {
    tools.parentNode.querySelector(".comment")?.remove();
    const made = html && document.adoptNode(new DOMParser().parseFromString(html, "text/html").querySelector(".comment"));
    if (!made) return;
    tools.after(made);
    made.querySelector("textarea").focus();
  }

  conversation.addEventListener("submit", async event => {
    const comment = event.target.closest(".comment");
    if (!comment) return;
    event.preventDefault();
    const tools = comment.parentNode.querySelector(".tools");
    const said = tools.querySelector(".said");
    try {
      const body = new URLSearchParams(new FormData(comment));
      const response = await fetch(comment.action, { method: "POST", body, signal: AbortSignal.timeout(patience) });
      if (!response.ok) throw new Error();
      comment.remove();
      tools.querySelector("[value=no]").focus();
      said.textContent = body.get("comment").trim() ? "Thank you for your comment." : "Thank you.";
    } catch {
      said.textContent = "Your comment could not be saved.";
    }
  });

  function showCopy(turn) {
    for (const copy of turn.querySelectorAll(".copy")) copy.hidden = false;
  }

  conversation.addEventListener("click", async event => {
    const copy = event.target.closest(".copy");
    if (!copy) return;
    const said = copy.closest(".tools").querySelector(".said");
    try {
      await navigator.clipboard.writeText(copy.dataset.text);
      said.textContent = "Copied.";
    } catch {
      said.textContent = "The browser does not let pages copy here.";
    }
  });

  // An article leads back to the conversation as it was left here.
  conversation.addEventListener("click", event => {
    if (event.target.closest("a[href*='/articles/']")) sessionStorage.setItem("newsbot.left", location.pathname + location.search);
  }, { capture: true });

  showCopy(conversation);
  if (conversation.lastElementChild) {
    reveal(conversation.lastElementChild);
    offerFollowUps(conversation.lastElementChild);
  }
})();
