"use strict";

/* Steps of an application: keeps what is typed when the page is left, and helps to choose fields. */
(() => {
  const form = document.getElementById("answers");
  if (!form) {
    return;
  }

  const state = () => {
    const data = new FormData(form);
    data.delete("version");
    data.delete("was");
    data.delete("file");
    return JSON.stringify([...data]);
  };
  /* What was refused stands on the page, and nowhere else. */
  let kept = "refused" in form.dataset ? "" : state();
  const mark = () => {
    form.dataset.kept = String(state() === kept);
  };
  mark();
  for (const change of ["input", "change", "click"]) {
    form.addEventListener(change, mark);
  }

  /* Saves without leaving; whether all of it was kept. A chosen file waits for its own button. */
  const save = async () => {
    const data = new FormData(form);
    data.set("action", "save");
    data.delete("file");
    const now = state();
    const body = form.enctype === "multipart/form-data" ? data : new URLSearchParams(data);
    /* form.action would be the buttons of that name. */
    const answer = await fetch(form.getAttribute("action"), { method: "POST", body });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const version = page.querySelector("#answers input[name=version]");
    const login = page.getElementById("time-left")?.dataset;
    if (login) {
      const detail = { seconds: Number(login.left), last: login.last === "true" };
      document.dispatchEvent(new CustomEvent("login-goes-on", { detail }));
    }
    if (version && answer.status !== 409) {
      form.elements.version.value = version.value;
      form.querySelectorAll("input[name=was]").forEach((one) => one.remove());
      form.append(...page.querySelectorAll("#answers input[name=was]"));
    }
    if (answer.ok && version) {
      kept = now;
      mark();
      return true;
    }
    return false;
  };

  let saving = false;
  document.addEventListener("login-ends", async () => {
    if (saving || state() === kept) {
      return;
    }
    saving = true;
    if (await save().catch(() => false)) {
      document.getElementById("autosaved").hidden = false;
    }
    saving = false;
  });

  /* A link would leave behind what was typed. */
  document.addEventListener("click", async (event) => {
    const link = event.target.closest("a[href]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || state() === kept) {
      return;
    }
    const to = new URL(link.href, window.location.href);
    const download = to.pathname.startsWith("/apply/fields");
    if (to.origin !== window.location.origin || to.hash || download) {
      return;
    }
    event.preventDefault();
    if (await save().catch(() => false)) {
      window.location.assign(link.href);
    } else {
      form.querySelector("button.save").click();
    }
  });

  /* The heading of the fields stands over those of the chosen services. */
  const services = [...form.querySelectorAll("details.service-fields")];
  const head = document.getElementById("chosen-fields");
  const fitHead = () => {
    head.hidden = services.every((details) => details.hidden);
  };

  for (const details of services) {
    const chosen = document.getElementById(`service-${details.dataset.service}`);
    const boxes = [...details.querySelectorAll(".grid input")];
    const count = details.querySelector(".count");
    const why = details.querySelector(".why");
    const picks = details.querySelector(".picks");
    const tell = () => {
      const some = boxes.filter((box) => box.checked);
      count.textContent = count.dataset.text
        .replace("{0}", some.length)
        .replace("{1}", boxes.length);
      if (why) {
        why.hidden =
          !some.some((box) => box.dataset.restricted) && !why.querySelector("textarea").value;
      }
    };
    const fit = () => {
      details.hidden = !chosen.checked;
      fitHead();
    };
    picks.hidden = false;
    picks.addEventListener("click", (event) => {
      const pick = event.target.dataset.pick;
      if (!pick) {
        return;
      }
      for (const box of boxes) {
        box.checked = pick === "all" || (pick === "free" && box.checked && !box.dataset.restricted);
      }
      tell();
    });
    details.addEventListener("change", tell);
    chosen.addEventListener("change", () => {
      fit();
      details.open = chosen.checked && boxes.some((box) => box.dataset.restricted);
    });
    fit();
    tell();
  }
})();
