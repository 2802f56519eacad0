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

// The progress of a computation, and its end.
for (const box of document.querySelectorAll("[data-progress]")) {
  const stage = box.querySelector(".stage");
  const bar = box.querySelector("progress");
  const source = new EventSource(box.dataset.progress);
  source.onmessage = (message) => {
    const state = JSON.parse(message.data);
    if (state.outcome !== "running") {
      source.close();
      location.reload();
      return;
    }
    stage.textContent = state.total > 0
      ? `${state.stage}: ${state.done} of ${state.total}` : state.stage;
    bar.max = Math.max(1, state.total);
    bar.value = state.done;
  };
}

// Marks of the figures: each can be reached by key and says which act it is, with a way to its row.
const report = document.querySelector("[data-report]");
if (report) {
  const panel = report.querySelector(".mark-panel");
  const name = location.pathname.split("/")[2];
  const known = new Set(
    [...report.querySelectorAll("tr[id^=row-]")].map((row) => row.id.slice("row-".length)));
  const marks = [...report.querySelectorAll("svg title")].map((title) => title.parentElement)
    .filter((mark) => mark.tagName !== "svg");

  const show = (mark) => {
    const text = mark.querySelector("title").textContent;
    panel.replaceChildren();
    const said = document.createElement("p");
    said.textContent = text;
    panel.append(said);
    for (const id of new Set(text.match(/[\p{L}\p{N}_.-]+/gu) ?? [])) {
      if (!known.has(id)) continue;
      const row = document.getElementById(`row-${id}`);
      const line = document.createElement("p");
      const link = document.createElement("a");
      link.href = `/cases/${name}/rows/${encodeURIComponent(id)}`;
      link.textContent = `Open row ${id}`;
      line.append(link);
      if (row && !text.includes(row.cells[row.cells.length - 1].textContent)) {
        const place = document.createElement("a");
        place.href = `#row-${id}`;
        place.textContent = "see it in the record below";
        line.append(" · ", place);
      }
      panel.append(line);
    }
    panel.hidden = false;
  };
  for (const mark of marks) {
    mark.setAttribute("tabindex", "0");
    mark.setAttribute("role", "img");
    mark.setAttribute("aria-label", mark.querySelector("title").textContent);
    mark.addEventListener("focus", () => show(mark));
    mark.addEventListener("mouseenter", () => show(mark));
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") panel.hidden = true;
  });
}
