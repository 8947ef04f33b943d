// Without this file a video is a link. With it, the video comes in its place after a click: not
// before, and the choice is not kept.
"use strict";

function play(figure) {
  const stage = figure.querySelector("[data-frame]");
  const frame = document.createElement("iframe");
  frame.className = "embed__frame";
  frame.title = stage.dataset.title;
  frame.allow = "fullscreen; picture-in-picture";
  frame.referrerPolicy = stage.dataset.referrer;
  // Its own origin and scripts it needs to play; a link in it may open a tab. Nothing of ours.
  frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-presentation");
  frame.src = stage.dataset.frame;
  stage.replaceChildren(frame);
  figure.querySelector(".embed__play").remove();
  frame.focus();
}

for (const offer of document.querySelectorAll(".embed__play")) {
  offer.hidden = false;
  offer.querySelector("button").addEventListener("click", () => play(offer.closest(".embed")));
}
