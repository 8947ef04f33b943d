/* Names for whoever cannot see the form. The rich text editor names its buttons in English, past its
 * own catalogue; that editor, the fields that are searched in, the columns of a table and the choice
 * of a file come without a name that belongs to them.
 */
(() => {
  "use strict";

  const NAMELESS = [
    "[contenteditable=true]:not([aria-labelledby])",
    ".select2-selection",
    ".select2-selection__rendered[role=textbox]",
    "input[type=file]:not([aria-labelledby])",
    ".tabular td :is(input:not([type=hidden], [aria-labelledby]), select:not([aria-labelledby]))",
  ].join();
  let made = 0;

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

  /* What says to the eye which field this is: the head of the column, or the label in the row. */
  function nameOf(field) {
    const cell = field.closest(".tabular td");
    if (cell) return cell.closest("table").tHead.rows[0].cells[cell.cellIndex];
    return field.closest(".form-row")?.querySelector("label, legend");
  }

  function name(field) {
    field.dataset.named = "";
    const by = nameOf(field);
    if (!by) return;
    by.id ||= `name-${made += 1}`;
    const rest = field.matches(".select2-selection") ? field.getAttribute("aria-labelledby") : "";
    field.setAttribute("aria-labelledby", `${by.id} ${rest ?? ""}`.trim());
  }

  document.addEventListener("DOMContentLoaded", () => {
    const all = () => {
      document.querySelectorAll(".prose-menubar:not([data-translated])").forEach(translate);
      document.querySelectorAll(NAMELESS).forEach((field) => {
        if (field.dataset.named === undefined) name(field);
      });
    };
    // A wide table scrolls in a box; a keyboard has to get into it.
    document.querySelectorAll(".tabular .wrapper").forEach((box) => { box.tabIndex = 0; });
    new MutationObserver(all).observe(document.body, { childList: true, subtree: true });
    all();
  });
})();
