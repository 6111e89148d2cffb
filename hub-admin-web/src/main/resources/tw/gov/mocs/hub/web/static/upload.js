"use strict";

/* Says that a chosen file is too large before it is sent. */
(() => {
  const file = document.getElementById("file");
  const large = document.getElementById("file-large");
  if (!file || !large) {
    return;
  }
  const tooLarge = () => file.files[0]?.size > Number(file.dataset.most);
  file.addEventListener("change", () => {
    large.hidden = !tooLarge();
    /* What was wrong with another file. */
    document.getElementById("file-fault")?.remove();
  });
  file.form.addEventListener("submit", (event) => {
    if (tooLarge()) {
      event.preventDefault();
      large.hidden = false;
      file.focus();
    }
  });
})();
