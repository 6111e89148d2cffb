"use strict";

/* Every page works without this file; it only helps. */
(() => {
  const wide = window.matchMedia("(min-width: 48rem)");
  const menu = document.querySelector("details.menu");
  if (menu) {
    const fit = () => {
      menu.open = wide.matches;
    };
    fit();
    wide.addEventListener("change", fit);
  }

  /* Who was led to an input of this page types there; without that the faults are read first. */
  const input = document.getElementById(window.location.hash.slice(1));
  if (input?.matches("input, select, textarea")) {
    /* The browser moves to it itself, without the focus, and takes that away which was set before. */
    window.addEventListener("load", () => window.setTimeout(() => input.focus()));
  } else {
    document.getElementById("summary")?.focus();
  }

  if (document.querySelector("input[data-roc-calendar]")) {
    const calendar = document.createElement("script");
    calendar.src = "/static/calendar.js";
    document.head.append(calendar);
  }

  /* A double click sends once. */
  document.addEventListener("submit", (event) => {
    const form = event.target;
    /* form.method would be the inputs of that name. */
    if (event.defaultPrevented || form.getAttribute("method") !== "post") {
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "true";
    const again = () => delete form.dataset.sent;
    window.addEventListener("pageshow", again, { once: true });
    /* Who stopped the page while it was sent may send it again. */
    window.setTimeout(again, 10000);
  });
})();
