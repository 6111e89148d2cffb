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

  document.getElementById("summary")?.focus();

  if (document.querySelector("input[data-roc-calendar]")) {
    const calendar = document.createElement("script");
    calendar.src = "/static/calendar.js";
    document.head.append(calendar);
  }

  /* A double click sends once. */
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") {
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

  const left = document.getElementById("time-left");
  const dialog = document.getElementById("ending");
  if (!left || !dialog) {
    return;
  }
  const form = dialog.querySelector("form");
  const pattern = left.textContent;
  let seconds = Number(left.dataset.ends) - Date.now() / 1000;
  /* The clock of the browser may be wrong: only the time since the page came counts. */
  const minutes = Number(pattern.match(/\d+/)?.[0] ?? 0);
  if (Math.abs(seconds - minutes * 60) > 120) {
    seconds = minutes * 60;
  }
  let ends = performance.now() + seconds * 1000;
  const whole = seconds;

  const tick = () => {
    const rest = (ends - performance.now()) / 1000;
    left.textContent = pattern.replace(/\d+/, String(Math.max(0, Math.ceil(rest / 60))));
    if (rest < 120 && !dialog.open) {
      dialog.showModal();
    }
    if (rest < 20) {
      document.dispatchEvent(new CustomEvent("login-ends"));
    }
    if (rest < 0) {
      window.location.assign("/login/ended");
    }
  };
  const timer = window.setInterval(tick, 5000);
  window.addEventListener("pagehide", () => window.clearInterval(timer));

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const answer = await fetch(form.action, {
      method: "POST",
      body: new URLSearchParams(new FormData(form)),
      redirect: "manual",
    });
    if (answer.ok) {
      ends = performance.now() + whole * 1000;
      dialog.close();
      delete form.dataset.sent;
    } else {
      window.location.assign("/login/ended");
    }
  });
})();
