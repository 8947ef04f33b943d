// What was typed survives a reload, in this tab only: kept while a form is open, gone once it is sent.
"use strict";

{
  const key = (form) => `concept:${form.dataset.draft}`;
  const say = (id, after, cls) => {
    const line = document.createElement("p");
    line.className = cls;
    line.id = id;
    line.setAttribute("role", "status");
    after.after(line);
    return line;
  };

  const words = document.currentScript.dataset;

  function count(area) {
    const most = Number(area.dataset.most);
    const line = document.getElementById(`${area.id}-teller`) ?? say(`${area.id}-teller`, area, "counter");
    const left = most - area.value.length;
    const sentence = left < 0 ? words.over : words.left;
    line.textContent = sentence.replace("{n}", Math.abs(left).toLocaleString(document.documentElement.lang));
  }

  function restore(form) {
    const area = form.querySelector("textarea");
    const kept = sessionStorage.getItem(key(form));
    if (!area || !kept || area.value) return;
    area.value = kept;
    const line = say(`${area.id}-bewaard`, area, "draft-note");
    const wipe = document.createElement("button");
    Object.assign(wipe, { type: "button", className: "button button--quiet", textContent: words.wipe });
    line.append(words.kept, " ", wipe);
    wipe.addEventListener("click", () => {
      sessionStorage.removeItem(key(form));
      area.value = "";
      line.remove();
      area.focus();
    });
  }

  function meet(root) {
    for (const form of root.querySelectorAll("form[data-draft]")) {
      if (form.dataset.met) continue;
      form.dataset.met = "yes";
      restore(form);
    }
  }

  // Sent, and taken in: every note of a form on this page can go.
  function forget() {
    const page = location.pathname;
    for (const name of Object.keys(sessionStorage)) {
      if (name.startsWith(`concept:${page}`)) sessionStorage.removeItem(name);
    }
  }

  let pause;
  document.addEventListener("input", (event) => {
    const area = event.target.closest("form[data-draft] textarea");
    if (!area) return;
    sessionStorage.setItem(key(area.form), area.value);
    clearTimeout(pause);
    pause = setTimeout(count, 800, area);
  });
  document.addEventListener("click", (event) => {
    const cancel = event.target.closest("[data-cancel]");
    if (cancel) sessionStorage.removeItem(key(cancel.closest("form")));
  });
  document.addEventListener("htmx:afterSettle", () => {
    if (document.getElementById("uitkomst-hier")) forget();
    meet(document);
  });
  document.addEventListener("DOMContentLoaded", () => {
    if (document.getElementById("uitkomst")) forget();
    meet(document);
  });
}
