// Folds a conversation, and marks what is new since last time for who asked this device to remember.
"use strict";

{
  const words = document.currentScript.dataset;

  function button(text, click) {
    const made = document.createElement("button");
    Object.assign(made, { type: "button", className: "fold", textContent: text });
    made.addEventListener("click", click);
    return made;
  }

  function numberOf(reaction) {
    return Number(reaction.id.replace("reactie-", ""));
  }

  function foldable(list) {
    const reaction = list.parentElement.querySelector(":scope > article");
    const tools = reaction?.querySelector(".reaction__tools") ?? reaction;
    if (!tools) return;
    const many = list.querySelectorAll(".reaction:not(.reaction--gone)").length;
    const name = numberOf(reaction);
    const label = (open) => (open ? words.hide : words.show).replace("{n}", many).replace("{nummer}", name);
    const fold = button(label(true), () => {
      list.hidden = !list.hidden;
      fold.setAttribute("aria-expanded", String(!list.hidden));
      fold.textContent = label(!list.hidden);
    });
    fold.setAttribute("aria-expanded", "true");
    tools.append(" ", fold);
  }

  // A link to what is folded away opens it.
  function open() {
    const place = document.getElementById(location.hash.slice(1));
    for (let list = place?.closest("ol[hidden]"); list; list = place.closest("ol[hidden]")) {
      list.parentElement.querySelector(":scope > article .fold").click();
    }
    place?.scrollIntoView();
  }

  // Reactions are numbered in order of time. What came after `before` stays new as long as a visit
  // lasts, also on another page of the discussion; `last` is where the next visit begins.
  const visit = 30 * 60 * 1000;

  function recall(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  }

  function keep(key, before, last) {
    localStorage.setItem(key, JSON.stringify({ before, last, at: Date.now() }));
  }

  function mark(reaction) {
    const made = document.createElement("span");
    Object.assign(made, { className: "badge badge--new", textContent: words.new });
    reaction.querySelector(".reaction__head").append(" ", made);
  }

  function linkToFirst(discussion, fresh, before) {
    const here = discussion.querySelector(".paging") ? null : fresh[0];
    const href = here ? `#${here.id}` : `${discussion.dataset.newer}?na=${before}`;
    return Object.assign(document.createElement("a"), { href, textContent: words.first });
  }

  function remembering(discussion) {
    const key = `gelezen:${discussion.dataset.discussion}`;
    const last = Number(discussion.dataset.last);
    const line = Object.assign(document.createElement("p"), { className: "discussion__new", tabIndex: -1 });
    const say = (text) => {
      line.textContent = text;
      line.focus();
    };
    const known = recall(key);
    if (known) {
      const before = Date.now() - known.at > visit ? known.last : known.before;
      const fresh = [...discussion.querySelectorAll(".thread .reaction:not(.reaction--gone)")]
        .filter((reaction) => numberOf(reaction) > before)
        .sort((one, other) => numberOf(one) - numberOf(other));
      fresh.forEach(mark);
      const elsewhere = last > before && discussion.querySelector(".paging");
      line.append(fresh.length || elsewhere ? linkToFirst(discussion, fresh, before) : words.nothing, " ");
      line.append(button(words.forget, () => {
        localStorage.removeItem(key);
        say(words.forgotten);
      }));
      keep(key, before, last);
    } else {
      line.append(button(words.remember, () => {
        keep(key, last, last);
        say(words.remembered);
      }));
    }
    discussion.querySelector("h2").after(line);
  }

  document.addEventListener("DOMContentLoaded", () => {
    const discussion = document.querySelector("[data-discussion]");
    if (!discussion) return;
    discussion.querySelectorAll("ol.thread ol.thread").forEach(foldable);
    if (discussion.querySelector(".thread .reaction")) remembering(discussion);
    open();
  });
  addEventListener("hashchange", open);
}
