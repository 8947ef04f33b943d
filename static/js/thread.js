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

  function foldable(list) {
    const reaction = list.parentElement.querySelector(":scope > article");
    const tools = reaction?.querySelector(".reaction__tools") ?? reaction;
    if (!tools) return;
    const many = list.querySelectorAll("article").length;
    const name = reaction.querySelector(".reaction__number")?.textContent.trim() ?? "";
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

  function remembering(discussion) {
    const key = `gelezen:${discussion.dataset.discussion}`;
    const line = document.createElement("p");
    line.className = "discussion__new";
    const seen = localStorage.getItem(key);
    const now = new Date().toISOString();
    if (seen === null) {
      line.append(button(words.remember, () => {
        localStorage.setItem(key, now);
        line.textContent = words.remembered;
        line.setAttribute("role", "status");
      }));
    } else {
      const fresh = [...discussion.querySelectorAll(".thread .reaction")].filter((reaction) => {
        const time = reaction.querySelector(".reaction__head time");
        return time && new Date(time.dateTime) > new Date(seen);
      });
      for (const reaction of fresh) {
        const mark = document.createElement("span");
        Object.assign(mark, { className: "badge badge--new", textContent: words.new });
        reaction.querySelector(".reaction__head").append(" ", mark);
      }
      if (fresh.length) {
        const link = document.createElement("a");
        Object.assign(link, { href: `#${fresh[0].id}`, textContent: words.first });
        line.append(link, " ");
      } else line.append(words.nothing, " ");
      line.append(button(words.forget, () => {
        localStorage.removeItem(key);
        line.textContent = words.forgotten;
        line.setAttribute("role", "status");
      }));
      localStorage.setItem(key, now);
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
