/* The blocks of an article by keyboard. The content editor's own ways, dragging and clicking, stay;
 * what is added here changes the same ordering fields as they do. Words come from the desk's
 * catalogue (gettext), in the language of who is signed in.
 */
(() => {
  "use strict";

  let machine, said;

  const kind = (block) => block.querySelector(":scope > h3 > b").textContent.replace(/:\s*$/, "");
  const field = (block) => block.querySelector(".order-machine-ordering");
  const say = (sentence, values) => { said.textContent = interpolate(sentence, values, true); };

  /* Each block holds the plus sign that stands above it; this one stands below the last. */
  const endTarget = () => machine.querySelector(":scope > .order-machine-insert-target");

  function inOrder() {
    const blocks = [...machine.querySelectorAll(":scope > .inline-related:not(.empty-form)")];
    return blocks.sort((a, b) => a.style.order - b.style.order);
  }

  /* The library puts blocks in order for the eye only (CSS order). Whoever tabs through them or has
   * them read out needs the same order in the page itself. The block that is worked in stays where
   * it is and the others go around it: focus and cursor would not survive a move. */
  function settle() {
    const blocks = inOrder();
    const fixed = Math.max(0, blocks.findIndex((one) => one.contains(document.activeElement)));
    const follows = (one, other) => (
      one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING
    );
    for (let place = fixed - 1; place >= 0; place -= 1) {
      const [block, next] = [blocks[place], blocks[place + 1]];
      if (!follows(block, next)) next.before(block);
    }
    for (let place = fixed + 1; place < blocks.length; place += 1) {
      const [block, former] = [blocks[place], blocks[place - 1]];
      if (!follows(former, block)) former.after(block);
    }
    const end = endTarget();
    if (blocks.length && !follows(blocks.at(-1), end)) blocks.at(-1).after(end);
    label();
  }

  function move(block, step) {
    const blocks = inOrder();
    const from = blocks.indexOf(block);
    const to = from + step;
    const values = { kind: kind(block), place: to + 1, total: blocks.length };
    if (to < 0) return say(gettext("%(kind)s staat al bovenaan."), values);
    if (to >= blocks.length) return say(gettext("%(kind)s staat al onderaan."), values);
    blocks.splice(to, 0, ...blocks.splice(from, 1));
    blocks.forEach((one, place) => { field(one).value = one.style.order = 10 * (place + 1); });
    settle();
    block.scrollIntoView({ block: "nearest" });
    say(gettext("%(kind)s staat nu op plaats %(place)s van %(total)s."), values);
  }

  function button(text, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "block-move";
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  }

  function equip(block) {
    if (block.querySelector(":scope > .block-moves")) return;
    const row = document.createElement("div");
    row.className = "block-moves";
    row.append(
      button(gettext("Omhoog"), () => move(block, -1)),
      button(gettext("Omlaag"), () => move(block, 1)),
    );
    block.querySelector(":scope > h3").after(row);
    block.prepend(block.querySelector(":scope > .order-machine-insert-target") ?? "");
  }

  /* Names that tell one button from the next, and that are right after each move. */
  function label() {
    const blocks = inOrder();
    blocks.forEach((block, place) => {
      const values = { kind: kind(block) };
      const [up, down] = block.querySelectorAll(":scope > .block-moves > button");
      up?.setAttribute("aria-label", interpolate(gettext("%(kind)s omhoog"), values, true));
      down?.setAttribute("aria-label", interpolate(gettext("%(kind)s omlaag"), values, true));
      up?.setAttribute("aria-disabled", String(place === 0));
      down?.setAttribute("aria-disabled", String(place === blocks.length - 1));
      const insert = block.querySelector(":scope > .order-machine-insert-target");
      asButton(insert, interpolate(gettext("Blok invoegen vóór %(kind)s"), values, true));
    });
    asButton(endTarget(), gettext("Blok toevoegen aan het einde"));
  }

  function asButton(element, name) {
    if (!element) return;
    element.tabIndex = 0;
    element.setAttribute("role", "button");
    if (name) element.setAttribute("aria-label", name);
  }

  /* The plus signs open the list of kinds; the first kind gets the focus, Escape gives it back. */
  function openAndChoose(target) {
    target.click();
    const first = ".plugin-buttons .plugin-button:not(.content-editor-hide)";
    if (target.classList.contains("selected")) document.querySelector(first)?.focus();
  }

  function onKey(event) {
    const on = event.target;
    if (event.key === "Escape" && on.closest(".plugin-buttons")) {
      document.querySelector(".order-machine-insert-target.selected")?.focus();
    } else if (event.altKey && event.shiftKey && ["ArrowUp", "ArrowDown"].includes(event.key)) {
      const block = on.closest(".order-machine > .inline-related");
      if (!block) return;
      event.preventDefault();
      move(block, event.key === "ArrowUp" ? -1 : 1);
    } else if (["Enter", " "].includes(event.key) && on.matches(".order-machine-insert-target")) {
      event.preventDefault();
      openAndChoose(on);
    } else if (["Enter", " "].includes(event.key) && on.matches("a.plugin-button")) {
      event.preventDefault();
      on.click();
    }
  }

  /* The headings that open and close a part of the form are for the mouse only as they come. */
  function equipTabs() {
    const tabs = document.querySelectorAll("#tabbed > .tabs > h2");
    const sync = () => tabs.forEach((tab) => {
      tab.firstElementChild.setAttribute("aria-expanded", tab.classList.contains("active"));
    });
    tabs.forEach((tab) => {
      const opener = document.createElement("button");
      opener.type = "button";
      opener.append(...tab.childNodes);
      tab.append(opener);
    });
    tabs[0]?.parentElement.addEventListener("click", sync);
    sync();
  }

  /* Into a new block; the library tries its first field, and that is a hidden one. */
  function enter(block) {
    if (!machine.contains(block) || block.contains(document.activeElement)) return;
    const fields = "input:not([type=hidden]), select, textarea, [contenteditable=true]";
    [...block.querySelectorAll(`:scope > fieldset :is(${fields})`)]
      .find((one) => one.checkVisibility({ visibilityProperty: true }))?.focus();
  }

  function start() {
    machine = document.querySelector(".order-machine");
    equipTabs();
    if (document.querySelector(".order-machine-readonly")) return;
    said = document.createElement("p");
    said.className = "visually-hidden";
    said.setAttribute("role", "status");
    machine.parentElement.append(said);
    document.querySelectorAll("a.plugin-button").forEach((one) => asButton(one, ""));
    inOrder().forEach(equip);
    settle();
    // After the library has done its part: it numbers the blocks and then shows them.
    const afterwards = () => setTimeout(() => { inOrder().forEach(equip); settle(); }, 0);
    document.addEventListener("formset:added", (event) => {
      enter(event.target);
      afterwards();
      setTimeout(() => enter(event.target), 0);  // the rich text editor comes a little later
    });
    document.addEventListener("formset:removed", afterwards);
    machine.addEventListener("drop", afterwards);
    machine.parentElement.addEventListener("keydown", onKey);
  }

  document.addEventListener("content-editor:ready", start);
})();
