/* Judging by keyboard. Everything it does is a link or a button on the page; without it those remain.
 * Single letters can be in the way of who speaks to a computer (WCAG 2.1.4): they can be switched off.
 */
(() => {
  "use strict";

  const OFF = "sneltoetsen-uit";
  const all = (selector) => [...document.querySelectorAll(selector)];
  const items = () => all(".judge");
  const head = (item) => item.querySelector(".judge__name");
  const current = () => document.activeElement?.closest(".judge") ?? null;

  const on = () => localStorage.getItem(OFF) === null;

  function go(item) {
    if (!item) return;
    head(item).focus({ preventScroll: true });
    item.scrollIntoView({ block: "start" });
  }

  function step(by) {
    const list = items();
    const here = list.indexOf(current());
    if (here >= 0 && list[here + by]) return go(list[here + by]);
    if (here < 0) return go(list[0]);
    // Past the end of what is here lies what else waits.
    if (by > 0) document.querySelector(".object-tools [data-key=j], .paginator .next, a.next")?.click();
  }

  /* The button or link of the reaction that has the focus; before any has it, of the first. */
  function press(key) {
    const item = current() ?? items()[0];
    const button = item?.querySelector(`[data-key="${key}"]`) ?? document.querySelector(`#content [data-key="${key}"]`);
    button?.click();
  }

  function undo() {
    const button = document.querySelector("#gezegd [data-key=u]") ?? document.querySelector("#content [data-key=u]");
    button?.click();
  }

  function search() {
    const field = document.getElementById("searchbar");
    if (!field) return;
    field.closest("details").open = true;
    field.focus();
  }

  const tick = () => (current() ?? items()[0])?.querySelector(".judge__tick")?.click();
  const help = () => document.querySelector("dialog.keys")?.showModal();

  const KEYS = { j: () => step(1), k: () => step(-1), u: undo, x: tick, "/": search, "?": help };

  const types = (target) => target.matches("textarea, select, [contenteditable=true], input:not([type=checkbox])");

  function listen(event) {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
    if (types(target) || document.querySelector("dialog[open]")) return;
    if (!on() && key !== "?") return;
    const act = KEYS[key] ?? (/^[arsmfwtzo]$/.test(key) ? () => press(key) : null);
    if (!act) return;
    event.preventDefault();
    act();
  }

  function offer() {
    const switchOf = document.querySelector("[data-keys-on]");
    const opener = document.querySelector("[data-keys-open]");
    if (!switchOf || !opener) return;
    opener.hidden = false;
    opener.nextElementSibling.hidden = false;
    opener.querySelector("button").addEventListener("click", help);
    switchOf.checked = on();
    switchOf.addEventListener("change", () => {
      if (switchOf.checked) localStorage.removeItem(OFF);
      else localStorage.setItem(OFF, "1");
    });
    document.addEventListener("keydown", listen);
  }

  /* After an act: on to the next reaction, which also says what was done to the one before. */
  function land() {
    const item = document.getElementById(location.hash.slice(1))?.closest(".judge");
    const told = document.getElementById("gezegd");
    if (!item) return;
    if (told) head(item).setAttribute("aria-describedby", told.id);
    go(item);
  }

  /* What is selected in the text goes into the field for what is to be taken out of it. */
  function choose() {
    const source = document.querySelector("[data-passage-source]");
    const field = source && document.getElementById(source.dataset.passageSource);
    field && source.addEventListener("select", () => {
      field.value = source.value.slice(source.selectionStart, source.selectionEnd);
    });
  }

  document.addEventListener("DOMContentLoaded", () => { offer(); land(); choose(); });
})();
