// Everything here works without this file too: it saves a reader a page load.
"use strict";

const failed = "Er ging iets mis bij ons. Uw tekst staat er nog: probeer het later opnieuw.";

// htmx comes only when a reader chooses to react: it keeps a note in the session storage, and who
// just reads leaves no trace. It starts on a page that is complete; before that the link is a link.
const address = document.currentScript.dataset.htmx;
let coming;

function htmxLoaded() {
  coming ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    Object.assign(script, { src: address, onload: resolve, onerror: reject });
    document.head.append(script);
  });
  return coming;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-hx-get]");
  const elsewhere = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!link || elsewhere || window.htmx || document.readyState !== "complete") return;
  event.preventDefault();
  htmxLoaded().then(() => link.click(), () => window.location.assign(link.href));
});

// A form opens where the reader is. Asking for the same form again goes back to it,
// so that nothing typed is lost to a second click.
document.addEventListener("htmx:beforeRequest", (event) => {
  const link = event.target.closest("a[data-hx-get]");
  if (!link) return;
  const open = event.detail.target.querySelector(":scope > :is(.reaction-form, .closed)");
  if (!open) return;
  event.preventDefault();
  (open.querySelector("textarea") ?? open.querySelector("[tabindex]")).focus();
});

document.addEventListener("click", (event) => {
  const cancel = event.target.closest("[data-cancel]");
  const form = cancel && cancel.closest("[data-in-place]");
  if (!form) return;
  event.preventDefault();
  const link = form.parentElement.querySelector("a[data-hx-get]");
  form.remove();
  link.focus();
});

// A server that does not answer: say so beside the button, and leave the text alone.
for (const name of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
  document.addEventListener(name, (event) => {
    const tools = event.target.querySelector(".form-tools");
    if (!tools) return window.location.assign(event.target.href);
    let note = tools.querySelector(".connection-lost");
    if (!note) {
      note = document.createElement("span");
      note.className = "connection-lost";
      note.setAttribute("role", "alert");
      tools.append(note);
    }
    note.textContent = failed;
  });
}

// A page comes from a cache: only the browser knows on which day it is printed.
addEventListener("beforeprint", () => {
  const line = document.querySelector("[data-printed]");
  const date = new Date().toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
  line.dataset.address ??= line.textContent;
  line.textContent = `${line.dataset.address}, ${line.dataset.printed.replace("{datum}", date)}`;
});
