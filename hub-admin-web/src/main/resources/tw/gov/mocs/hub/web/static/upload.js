"use strict";

/* Says that a chosen file is too large before it is sent. */
(() => {
  const file = document.getElementById("file");
  const large = document.getElementById("file-large");
  if (!file || !large) {
    return;
  }
  const tooLarge = () => file.files[0]?.size > Number(file.dataset.most);
  /* What was wrong with another file: beside the input, and after its label in the summary. */
  const forget = () => {
    const fault = document.getElementById("file-fault");
    const text = fault?.lastElementChild.textContent;
    const told = [...document.querySelectorAll("#summary a")].find(
      (one) => text && one.textContent.endsWith(text),
    );
    fault?.remove();
    if (!told) {
      return;
    }
    told.closest("li").remove();
    const left = document.querySelectorAll("#summary li").length;
    const title = document.getElementById("summary-title");
    title.textContent = title.textContent.replace(/\d+/, left);
    if (left === 0) {
      document.getElementById("summary").remove();
    }
  };
  file.addEventListener("change", () => {
    large.hidden = !tooLarge();
    forget();
  });
  file.form.addEventListener("submit", (event) => {
    if (tooLarge()) {
      event.preventDefault();
      large.hidden = false;
      file.focus();
    }
  });
})();
