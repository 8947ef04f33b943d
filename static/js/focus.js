// The focal point of a picture: click on it, or type two percentages. It works on a file that was
// just chosen as well as on one that is stored. The field itself holds “0.5x0.25”.
"use strict";

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function percentage(id, label, changed) {
  const input = element("input", { id, type: "number", min: 0, max: 100, step: 1, required: true });
  input.addEventListener("input", changed);
  return [input, element("div", { className: "focus__number" }, element("label", { htmlFor: id, textContent: label }), input)];
}

function setUp(field) {
  const upload = document.getElementById(field.id.replace(/_ppoi$/, ""));
  if (!upload || field.dataset.ready || field.id.includes("__prefix__")) return;
  field.dataset.ready = "yes";

  const words = field.dataset;
  const image = element("img", { alt: "", className: "focus__image" });
  const marker = element("span", { className: "focus__point" });
  const stage = element("span", { className: "focus__stage" }, image, marker);
  const [left, fromLeft] = percentage(`${field.id}_left`, words.focusLeft, typed);
  const [top, fromTop] = percentage(`${field.id}_top`, words.focusTop, typed);
  const legend = element("legend", { textContent: words.focus });
  const help = element("p", { className: "help", textContent: words.focusHelp });
  const control = element("fieldset", { className: "focus" }, legend, stage, fromLeft, fromTop, help);

  function show() {
    marker.style.left = `${left.value}%`;
    marker.style.top = `${top.value}%`;
  }

  function typed() {
    if (!left.reportValidity() || !top.reportValidity()) return;
    field.value = [left, top].map((input) => +(input.value / 100).toFixed(3)).join("x");
    show();
  }

  function point(x, y) {
    left.value = Math.round(x * 100);
    top.value = Math.round(y * 100);
    typed();
  }

  function picture(address) {
    control.hidden = !address;
    if (address) image.src = address;
  }

  image.addEventListener("click", (event) => point(event.offsetX / image.clientWidth, event.offsetY / image.clientHeight));
  image.addEventListener("error", () => picture(""));
  upload.addEventListener("change", () => {
    const [file] = upload.files;
    if (file) point(0.5, 0.5);
    picture(file ? URL.createObjectURL(file) : "");
  });

  const stored = upload.closest(".imagefield")?.querySelector(".imagefield-preview");
  picture(stored?.querySelector("img").src ?? "");
  stored?.remove();
  const [x, y] = (field.value || "0.5x0.5").split("x").map(Number);
  left.value = Math.round(x * 100);
  top.value = Math.round(y * 100);
  show();
  (upload.closest(".imagefield") ?? upload.closest("p.file-upload") ?? upload).after(control);
}

function setUpAll() {
  document.querySelectorAll("input[data-focus]").forEach(setUp);
}

window.addEventListener("load", setUpAll);
document.addEventListener("formset:added", setUpAll);
