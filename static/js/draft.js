// What was typed survives a reload, in this tab only: kept while a form is open, gone once it is sent.
"use strict";

{
  const words = document.currentScript.dataset;
  const sent = "concept:verstuurd"; // which form left this page to be sent; the next page says how that went
  const key = (form) => `concept:${form.dataset.draft}`;

  // A browser may refuse to keep anything, or have no room: then a text just does not survive.
  function recall(name) {
    try {
      return sessionStorage.getItem(name);
    } catch {
      return null;
    }
  }

  function keep(name, text) {
    try {
      if (text) sessionStorage.setItem(name, text);
      else sessionStorage.removeItem(name);
    } catch {
      // See above.
    }
  }

  function line(id, after, cls) {
    const made = document.createElement("p");
    Object.assign(made, { id, className: cls });
    made.setAttribute("role", "status");
    after.after(made);
    return made;
  }

  // Characters as the server counts them: 🙂 is one.
  function count(area) {
    const left = Number(area.dataset.most) - [...area.value].length;
    const sentence = left < 0 ? words.over : words.left;
    const number = Math.abs(left).toLocaleString(document.documentElement.lang);
    const counter = document.getElementById(`${area.id}-teller`);
    if (counter) counter.textContent = sentence.replace("{n}", number);
  }

  function restore(form, area) {
    const kept = recall(key(form));
    if (!kept || area.value) return;
    area.value = kept;
    const note = line(`${area.id}-bewaard`, area, "draft-note");
    const wipe = document.createElement("button");
    Object.assign(wipe, { type: "button", className: "button button--quiet", textContent: words.wipe });
    note.append(words.kept, " ", wipe);
    wipe.addEventListener("click", () => {
      keep(key(form), "");
      area.value = "";
      note.remove();
      area.focus();
    });
  }

  function meet() {
    for (const form of document.querySelectorAll("form[data-draft]:not([data-met])")) {
      form.dataset.met = "yes";
      const area = form.querySelector("textarea");
      line(`${area.id}-teller`, area, "counter");
      restore(form, area);
    }
  }

  let pause;
  document.addEventListener("input", (event) => {
    const area = event.target.closest("form[data-draft] textarea");
    if (!area) return;
    keep(key(area.form), area.value);
    clearTimeout(pause);
    pause = setTimeout(count, 800, area);
  });

  document.addEventListener("click", (event) => {
    const cancel = event.target.closest("[data-cancel]");
    if (cancel) keep(key(cancel.closest("form")), "");
  });

  // In the page: the answer to this form came. Other forms may be open, half written.
  document.addEventListener("htmx:afterSettle", (event) => {
    const form = event.detail.requestConfig?.elt;
    if (form?.dataset.draft && event.target.matches(".outcome")) keep(key(form), "");
    meet();
  });

  // On a page of its own: remember which form it was, until the next page.
  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-draft]:not([data-hx-post])");
    if (form) keep(sent, key(form));
  });

  document.addEventListener("DOMContentLoaded", () => {
    const name = recall(sent);
    if (name && document.getElementById("uitkomst")) keep(name, "");
    if (name) keep(sent, "");
    meet();
  });
}
