/* Whoever leaves an article with changes that are not saved is asked first; also after a save that
 * was refused, when nothing on the screen is stored yet.
 */
(() => {
  "use strict";

  let form, before, leaving = false;

  const filled = () => JSON.stringify([...new FormData(form)].map(([name, value]) => (
    [name, value instanceof File ? `${value.name} ${value.size}` : value]
  )));

  // What the form holds before anybody touches it: the editors fill in some fields themselves.
  const remember = () => { before ??= filled(); };
  const refused = () => document.querySelector(".errornote") !== null;
  const changed = () => refused() || (before !== undefined && filled() !== before);

  document.addEventListener("DOMContentLoaded", () => {
    form = document.querySelector("#content-main > form");
    if (!form?.querySelector("[name=_save], [name=_continue]")) return;
    for (const touch of ["pointerdown", "keydown", "dragstart", "focusin"]) {
      form.addEventListener(touch, remember, { capture: true });
    }
    form.addEventListener("submit", () => { leaving = true; });
    window.addEventListener("beforeunload", (event) => {
      if (!leaving && changed()) event.preventDefault();
    });
  });
})();
