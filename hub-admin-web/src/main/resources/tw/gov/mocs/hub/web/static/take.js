"use strict";

/* A download leaves its page as it stands: once the file has arrived, the page is shown anew and asks to acknowledge it. */
(() => {
  const form = document.getElementById("take");
  const pause = 3000;
  let looks = 400;

  const look = async () => {
    looks -= 1;
    try {
      const answer = await fetch(location.pathname);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (!answer.ok || answer.redirected) {
        return;
      }
      if (!page.getElementById("take")) {
        location.assign(location.pathname);
        return;
      }
    } catch {
      /* The next look tells. */
    }
    if (looks > 0) {
      window.setTimeout(look, pause);
    }
  };

  form.addEventListener("submit", () => window.setTimeout(look, pause), { once: true });
})();
