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
function follow(place) {
  for (const box of place.querySelectorAll("[data-progress]")) {
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
}
follow(document);

// What follows from a form while it is filled in.
for (const form of document.querySelectorAll("form[data-live]")) {
  const result = document.getElementById("result");
  let timer = 0;
  let request = null;
  const ask = async () => {
    request?.abort();
    request = new AbortController();
    const fields = [...new FormData(form)].filter(([, value]) => value !== "");
    const query = new URLSearchParams(fields).toString();
    result.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(`${form.dataset.live}?${query}`, {
        signal: request.signal, headers: { Accept: "text/html" },
      });
      const text = await answer.text();
      if (answer.ok) {
        result.innerHTML = text;
        follow(result);
        history.replaceState(null, "", query ? `${location.pathname}?${query}` : location.pathname);
      } else {
        const said = new DOMParser().parseFromString(text, "text/html").querySelector("main p");
        const line = document.createElement("p");
        line.className = "bad";
        line.textContent = said?.textContent ?? "This cannot be done.";
        result.replaceChildren(line);
      }
    } catch (error) {
      if (error.name !== "AbortError") result.textContent = "The workbench does not answer.";
    }
    result.removeAttribute("aria-busy");
  };
  form.addEventListener("input", (event) => {
    if (event.target.type === "range") {
      const step = (event.target.max - event.target.min) / 200;
      const value = Math.round(event.target.value / step) * step;
      event.target.value = Number(value.toFixed(4));
      const said = form.querySelector(`output[for="${event.target.id}"]`);
      if (said) said.textContent = event.target.value;
    }
    clearTimeout(timer);
    timer = setTimeout(ask, 200);
  });
}

// A figure as a picture of points, drawn by the browser itself.
for (const link of document.querySelectorAll("a[data-png]")) {
  link.hidden = false;
  link.addEventListener("click", async (event) => {
    event.preventDefault();
    const drawing = await (await fetch(link.href)).text();
    const picture = new Image();
    picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing)}`;
    await picture.decode();
    const canvas = document.createElement("canvas");
    canvas.width = 2 * picture.width;
    canvas.height = 2 * picture.height;
    const brush = canvas.getContext("2d");
    brush.fillStyle = "#ffffff";
    brush.fillRect(0, 0, canvas.width, canvas.height);
    brush.drawImage(picture, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => {
      const file = document.createElement("a");
      file.href = URL.createObjectURL(blob);
      file.download = link.download;
      file.click();
      setTimeout(() => URL.revokeObjectURL(file.href), 10000);
    }, "image/png");
  });
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

  // Why a number: the table or figure it stands in, the finding, the rows it rests on, and the method.
  const why = (place) => {
    panel.replaceChildren();
    const line = (text) => {
      const said = document.createElement("p");
      said.textContent = text;
      panel.append(said);
      return said;
    };
    const part = place.closest("details.part, section");
    const caption = place.querySelector("caption, figcaption strong");
    line(caption ? caption.textContent : "This number");
    const finding = part?.querySelector("summary .finding, .headline");
    if (finding) line(finding.textContent);
    const ids = new Set([...place.querySelectorAll("a[href^='#row-']")]
      .map((one) => one.getAttribute("href").slice("#row-".length)));
    if (ids.size > 0) {
      const rows = line("It rests on: ");
      for (const id of [...ids].slice(0, 30)) {
        const link = document.createElement("a");
        link.href = `/cases/${name}/rows/${id}`;
        link.textContent = decodeURIComponent(id);
        rows.append(link, " ");
      }
      if (ids.size > 30) rows.append(`and ${ids.size - 30} more`);
    }
    const method = document.createElement("a");
    method.href = "#method";
    method.textContent = "How it is computed";
    line("").append(method);
    panel.hidden = false;
  };
  for (const place of report.querySelectorAll("table, figure")) {
    if (place.tagName === "TABLE" && place.closest("figure")) continue;
    const label = place.querySelector("caption, figcaption");
    if (!label) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "why";
    button.textContent = "why?";
    button.setAttribute("aria-label", `Why: ${label.querySelector("strong")?.textContent ?? label.textContent}`);
    button.addEventListener("click", () => why(place));
    label.append(" ", button);
  }
  // The brief's sentences: what was asked, what was found, on which rows.
  for (const link of report.querySelectorAll(".lead a[href^='#assertion-']")) {
    const card = document.getElementById(link.getAttribute("href").slice(1));
    if (!card) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "why";
    button.textContent = "why?";
    button.setAttribute("aria-label", `Why: ${link.textContent}`);
    button.addEventListener("click", () => {
      panel.replaceChildren(...[...card.children].map((piece) => {
        const copy = piece.tagName === "SUMMARY" ? document.createElement("p") : piece.cloneNode(true);
        if (piece.tagName === "SUMMARY") copy.textContent = piece.textContent;
        return copy;
      }));
      panel.hidden = false;
    });
    link.after(" ", button);
  }

  // A period: acts and spells outside it fade in every figure.
  const months = ["January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December"];
  const days = (text) => {
    const found = [];
    for (const [, day, month, year] of text.matchAll(/(?:(\d{1,2}) )?([A-Z][a-z]+) (\d{4})/g)) {
      const number = months.indexOf(month) + 1;
      if (number > 0) found.push(`${year}-${String(number).padStart(2, "0")}-${(day ?? "01").padStart(2, "0")}`);
    }
    for (const [day] of text.matchAll(/\d{4}-\d{2}-\d{2}/g)) found.push(day);
    return found.sort();
  };
  const period = document.querySelector("form.brush");
  if (period) {
    const dated = marks.map((mark) => [mark, days(mark.querySelector("title").textContent)])
      .filter(([, found]) => found.length > 0);
    const lines = [...report.querySelectorAll("tr[id^=row-]")]
      .map((row) => [row, days(row.textContent.slice(0, 60))]).filter(([, found]) => found.length > 0);
    const apply = () => {
      const from = period.elements.from.value;
      const until = period.elements.until.value;
      for (const [piece, found] of [...dated, ...lines]) {
        const isOut = (from && found[found.length - 1] < from) || (until && found[0] > until);
        piece.classList.toggle("outside", Boolean(isOut));
      }
    };
    period.hidden = false;
    period.addEventListener("input", apply);
    period.addEventListener("reset", () => setTimeout(apply));
    period.addEventListener("submit", (event) => event.preventDefault());
  }
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
