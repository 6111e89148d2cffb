"use strict";

/* The end of a login: all windows know it, it is announced, and it takes nothing that was typed. */
(() => {
  const windows = new BroadcastChannel("login");
  const left = document.getElementById("time-left");
  if (!left) {
    windows.postMessage({ ends: 0 });
    return;
  }
  const WARNED = 120000;
  const SAVED = 75000;
  const ending = document.getElementById("ending");
  const lastEnding = document.getElementById("last-ending");
  const ended = document.getElementById("ended");
  const pattern = left.textContent;
  let ends = Date.now() + Number(left.dataset.left) * 1000;
  let last = left.dataset.last === "true";
  let warned = 0;
  let warnedLast = false;
  let over = false;

  const tell = () => windows.postMessage({ ends, last, began: left.dataset.began });

  const goOn = (until, forGood) => {
    ends = until;
    last = forGood;
    over = false;
    ending.close();
    ended.close();
    if (!last) {
      warnedLast = false;
      lastEnding.close();
    }
  };

  /* Makes the login go on. Whether there is one of this card, perhaps a new one with a new token. */
  const extend = async () => {
    const answer = await fetch("/login/extend", { redirect: "manual" }).catch(() => null);
    if (!answer?.ok || answer.headers.get("Login-Card") !== left.dataset.card) {
      return false;
    }
    for (const token of document.querySelectorAll("input[name=_csrf]")) {
      token.value = answer.headers.get("Login-Token");
    }
    left.dataset.latest = answer.headers.get("Login-Latest");
    goOn(
      Date.now() + Number(answer.headers.get("Login-Seconds")) * 1000,
      answer.headers.get("Login-Last") === "true",
    );
    return true;
  };

  /* A form that is sent may hold what a page before it took, unless it says that it is begun; criteria
     stand in the address. */
  const holdsText = (form) => {
    const sent = form.getAttribute("method") === "post" && !("begun" in form.dataset);
    return [...form.elements].some(
      (input) =>
        input.matches("textarea, input[type=text], input[type=file]") &&
        (sent ? input.value.trim() !== "" : input.value !== input.defaultValue),
    );
  };

  const unsent = () =>
    [...document.querySelectorAll("main form")].some((form) =>
      form.dataset.kept ? form.dataset.kept === "false" : holdsText(form),
    );

  const end = () => {
    ending.close();
    lastEnding.close();
    if (!unsent()) {
      window.location.assign("/login/ended");
      return;
    }
    if (!over) {
      over = true;
      ended.showModal();
    }
  };

  const save = () => document.dispatchEvent(new CustomEvent("login-ends"));

  /* No click makes it last longer, so it is said once; a draft is saved first. */
  const warnOfTheLast = () => {
    warnedLast = true;
    save();
    const text = lastEnding.querySelector("[data-text]");
    text.textContent = text.dataset.text.replace("{0}", left.dataset.latest);
    lastEnding.showModal();
  };

  const tick = () => {
    const rest = ends - Date.now();
    left.textContent = pattern.replace(/\d+/, String(Math.max(0, Math.floor(rest / 60000))));
    if (over) {
      return;
    }
    if (rest < 0) {
      end();
      return;
    }
    if (rest < SAVED) {
      save();
    }
    if (rest < WARNED && last) {
      if (!warnedLast) {
        warnOfTheLast();
      }
    } else if (rest < WARNED && warned !== ends) {
      warned = ends;
      ending.showModal();
    }
  };
  window.setInterval(tick, 5000);
  tell();

  const ask = async () => {
    if (await extend()) {
      tell();
    } else {
      end();
    }
  };
  ending.querySelector("button").addEventListener("click", ask);
  lastEnding.querySelector("button").addEventListener("click", () => lastEnding.close());
  ended.querySelector("button").addEventListener("click", () => ended.close());

  /* Another window has asked for something, has logged out, or has logged in. */
  windows.addEventListener("message", async (event) => {
    if (over || event.data.began !== left.dataset.began) {
      if (await extend()) {
        left.dataset.began = event.data.began ?? left.dataset.began;
      } else {
        end();
      }
    } else if (event.data.ends > ends) {
      goOn(event.data.ends, event.data.last);
    }
  });

  /* What apply.js saves makes the login go on, too. */
  document.addEventListener("login-goes-on", (event) => {
    goOn(Date.now() + event.detail.seconds * 1000, event.detail.last);
    tell();
  });

  /* A form would go to the page that says that the login has ended, and its text with it. */
  document.addEventListener(
    "submit",
    async (event) => {
      const form = event.target;
      if ((!over && Date.now() < ends) || !form.closest("main")) {
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      if (await extend()) {
        form.requestSubmit(event.submitter);
      } else if (over) {
        ended.showModal();
      } else {
        end();
      }
    },
    true,
  );
})();
