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

  /* One by one and not once for a whole bar: the button that says what kind of paragraph it is (a
   * heading, and which) is made anew at each move of the cursor. */
  function translate(button) {
    const name = gettext(button.getAttribute("aria-label"));
    button.setAttribute("aria-label", name);
    button.title = name;
    button.dataset.translated = "";
  }

  function translateOption(option) {
    option.textContent = gettext(option.textContent);
    option.dataset.translated = "";
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
      const fresh = (selector) => document.querySelectorAll(`${selector}:not([data-translated])`);
      fresh(".prose-menubar [aria-label]").forEach(translate);
      fresh(".prose-menubar__option > *").forEach(translateOption);
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
