/* The rich text editor names its buttons in English, past its own catalogue. */
(() => {
  "use strict";

  function translate(bar) {
    for (const button of bar.querySelectorAll("[aria-label]")) {
      const name = gettext(button.getAttribute("aria-label"));
      button.setAttribute("aria-label", name);
      button.title = name;
    }
    for (const option of bar.querySelectorAll(".prose-menubar__option > *")) {
      option.textContent = gettext(option.textContent);
    }
    bar.dataset.translated = "";
  }

  document.addEventListener("DOMContentLoaded", () => {
    const all = () => document.querySelectorAll(".prose-menubar:not([data-translated])").forEach(translate);
    new MutationObserver(all).observe(document.body, { childList: true, subtree: true });
    all();
  });
})();
