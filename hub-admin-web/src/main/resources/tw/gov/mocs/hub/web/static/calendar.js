"use strict";

/* A calendar of ROC years beside each input of a day; without it the day is typed. */
(() => {
  const DAY = 86_400_000;
  const ROC = 1911;
  const FIRST = Date.UTC(ROC + 1, 0, 1);
  const LAST = Date.UTC(ROC + 999, 11, 31);

  /* Days are moments of UTC midnight: no zone, no summer time. */
  const today = () => Math.floor((Date.now() + 8 * 3_600_000) / DAY) * DAY;
  const year = (day) => new Date(day).getUTCFullYear();
  const month = (day) => new Date(day).getUTCMonth();
  const date = (day) => new Date(day).getUTCDate();
  const two = (number) => String(number).padStart(2, "0");
  const written = (day) => `${year(day) - ROC}/${two(month(day) + 1)}/${two(date(day))}`;
  const within = (day) => Math.min(LAST, Math.max(FIRST, day));

  const parsed = (text) => {
    const parts = text.trim().match(/^(\d{1,3})\/(\d{1,2})\/(\d{1,2})$/);
    if (!parts || Number(parts[1]) === 0) {
      return null;
    }
    const day = Date.UTC(Number(parts[1]) + ROC, Number(parts[2]) - 1, Number(parts[3]));
    return month(day) === Number(parts[2]) - 1 ? day : null;
  };

  /* The same day of another month, or its last one. */
  const shifted = (day, months) => {
    const first = Date.UTC(year(day), month(day) + months, 1);
    const days = date(Date.UTC(year(first), month(first) + 1, 0));
    return within(Date.UTC(year(first), month(first), Math.min(date(day), days)));
  };

  const element = (name, attributes, ...children) => {
    const made = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    made.append(...children);
    return made;
  };

  const icon = () => {
    const space = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(space, "svg");
    const path = document.createElementNS(space, "path");
    const attributes = { "aria-hidden": "true", viewBox: "0 0 24 24", width: 24, height: 24 };
    Object.entries(attributes).forEach(([key, value]) => svg.setAttribute(key, value));
    path.setAttribute("d", "M4 6h16v14H4zM4 10h16M8 3v5M16 3v5M8 14h2M14 14h2");
    path.setAttribute("fill", "none");
    path.setAttribute("stroke", "currentColor");
    path.setAttribute("stroke-width", "2");
    svg.append(path);
    return svg;
  };

  const enhance = (input) => {
    const texts = input.dataset;
    const months = texts.months.split(",");
    const weekdays = texts.weekdays.split(",");
    const label = document.querySelector(`label[for="${CSS.escape(input.id)}"] > span`);
    const name = label ? `${texts.open}: ${label.textContent}` : texts.open;
    const titleId = `${input.id}-calendar`;
    const title = element("h2", { id: titleId, "aria-live": "polite" });
    const turn = (text, sign, months) => {
      const made = element("button", { type: "button", class: "quiet", "aria-label": text, title: text }, sign);
      made.addEventListener("click", () => show(shifted(shown, months), false));
      return made;
    };
    const body = element("tbody", {});
    const grid = element(
      "table",
      { role: "grid", "aria-labelledby": titleId },
      element("thead", {}, element("tr", {}, ...weekdays.map((text) => element("th", { scope: "col" }, text)))),
      body,
    );
    const close = element("button", { type: "button", class: "quiet" }, texts.close);
    const dialog = element(
      "dialog",
      { class: "calendar", "aria-label": name },
      element(
        "div",
        { class: "calendar-head" },
        turn(texts.earlier, "«", -12),
        turn(texts.previous, "‹", -1),
        title,
        turn(texts.next, "›", 1),
        turn(texts.later, "»", 12),
      ),
      grid,
      close,
    );
    const open = element("button", { type: "button", class: "calendar-open", "aria-label": name, title: texts.open }, icon());
    let shown = today();

    const heading = (day) => {
      const roc = texts.year.replace("{0}", String(year(day) - ROC));
      const of = months[month(day)];
      return document.documentElement.lang === "en" ? `${of}, ${roc}` : `${roc} ${of}`;
    };

    const cell = (day, chosen) => {
      const weekday = weekdays[(new Date(day).getUTCDay() + 6) % 7];
      const made = element(
        "td",
        {
          role: "gridcell",
          tabindex: day === shown ? "0" : "-1",
          "data-day": String(day),
          "aria-selected": String(day === chosen),
          "aria-label": `${written(day)} (${weekday})`,
        },
        String(date(day)),
      );
      if (day === today()) {
        made.setAttribute("aria-current", "date");
      }
      return made;
    };

    const draw = () => {
      const chosen = parsed(input.value);
      const text = heading(shown);
      if (title.textContent !== text) {
        title.textContent = text;
      }
      const first = Date.UTC(year(shown), month(shown), 1);
      const before = (new Date(first).getUTCDay() + 6) % 7;
      const days = date(Date.UTC(year(shown), month(shown) + 1, 0));
      const rows = [];
      for (let at = -before; at < days; at += 7) {
        const row = element("tr", {});
        for (let day = at; day < at + 7; day += 1) {
          row.append(day < 0 || day >= days ? element("td", {}) : cell(first + day * DAY, chosen));
        }
        rows.push(row);
      }
      body.replaceChildren(...rows);
    };

    const focus = () => body.querySelector('[tabindex="0"]').focus();

    const show = (day, withFocus) => {
      shown = within(day);
      draw();
      if (withFocus) {
        focus();
      }
    };

    const choose = (day) => {
      input.value = written(day);
      input.dispatchEvent(new Event("input", { bubbles: true }));
      input.dispatchEvent(new Event("change", { bubbles: true }));
      dialog.close();
    };

    const place = () => {
      const at = open.getBoundingClientRect();
      const left = Math.min(at.left, window.innerWidth - dialog.offsetWidth - 8);
      const below = at.bottom + 8;
      const fits = below + dialog.offsetHeight <= window.innerHeight;
      const top = fits ? below : at.top - dialog.offsetHeight - 8;
      dialog.style.left = `${Math.max(8, left)}px`;
      dialog.style.top = `${Math.max(8, top)}px`;
    };

    open.addEventListener("click", () => {
      shown = within(parsed(input.value) ?? today());
      draw();
      dialog.showModal();
      place();
      focus();
    });
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => open.focus());
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog && event.detail > 0) {
        const box = dialog.getBoundingClientRect();
        const inside =
          event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
        if (!inside) {
          dialog.close();
        }
      }
    });
    body.addEventListener("click", (event) => {
      const chosen = event.target.closest("[data-day]");
      if (chosen) {
        choose(Number(chosen.dataset.day));
      }
    });

    const moves = {
      ArrowLeft: () => shown - DAY,
      ArrowRight: () => shown + DAY,
      ArrowUp: () => shown - 7 * DAY,
      ArrowDown: () => shown + 7 * DAY,
      Home: () => shown - ((new Date(shown).getUTCDay() + 6) % 7) * DAY,
      End: () => shown + ((7 - new Date(shown).getUTCDay()) % 7) * DAY,
      PageUp: (event) => shifted(shown, event.shiftKey ? -12 : -1),
      PageDown: (event) => shifted(shown, event.shiftKey ? 12 : 1),
    };
    body.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey) {
        return;
      }
      if (moves[event.key]) {
        event.preventDefault();
        show(moves[event.key](event), true);
      } else if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        choose(shown);
      }
    });

    const line = element("div", { class: "day-line" });
    input.replaceWith(line);
    line.append(input, open, dialog);
  };

  document.querySelectorAll("input[data-roc-calendar]:not([readonly], [disabled])").forEach(enhance);
})();
