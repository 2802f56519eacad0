// What is live in the workbench. Every page works without it.
"use strict";

// Keys on a table of rows: j and k move, Enter opens, e edits, / goes to the words searched for.
const rows = [...document.querySelectorAll("table[data-keys=rows] tbody tr")];
let chosen = -1;

function choose(index) {
  if (rows.length === 0) return;
  if (chosen >= 0) rows[chosen].classList.remove("chosen");
  chosen = Math.max(0, Math.min(rows.length - 1, index));
  rows[chosen].classList.add("chosen");
  rows[chosen].querySelector("a")?.focus({ preventScroll: true });
  rows[chosen].scrollIntoView({ block: "nearest" });
}

function isTyping(target) {
  return target.closest("input, textarea, select, [contenteditable]") !== null;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (rows.length > 0 && (event.key === "j" || event.key === "k")) {
    choose(chosen + (event.key === "j" ? 1 : -1));
    event.preventDefault();
  } else if (event.key === "/") {
    const search = document.querySelector("input[type=search]");
    if (search) {
      search.focus();
      event.preventDefault();
    }
  } else {
    const button = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (button) {
      button.click();
      event.preventDefault();
    }
  }
});

// The meaning of a code beside its field.
for (const field of document.querySelectorAll("input[data-meaning=codes]")) {
  const meaning = document.getElementById("code-meaning");
  const labels = new Map(
    [...document.querySelectorAll("#codes option")].map((one) => [one.value, one.textContent]));
  field.addEventListener("input", () => {
    if (meaning) meaning.textContent = labels.get(field.value.trim()) ?? "";
  });
}

// The check while a row is being written.
for (const form of document.querySelectorAll("form[data-check]")) {
  const live = form.querySelector(".live");
  let timer = 0;
  let request = null;
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      request?.abort();
      request = new AbortController();
      const fields = new URLSearchParams(new FormData(form));
      fields.set("do", "check");
      try {
        const answer = await fetch(form.dataset.check, {
          method: "POST", body: fields, signal: request.signal, headers: { Accept: "text/html" },
        });
        if (answer.ok) live.innerHTML = await answer.text();
      } catch (error) {
        if (error.name !== "AbortError") live.textContent = "The workbench does not answer.";
      }
    }, 300);
  });
}
