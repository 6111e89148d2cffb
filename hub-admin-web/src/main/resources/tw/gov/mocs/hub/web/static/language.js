"use strict";

/* Another language keeps what is typed. It stands in this window alone, and only until the page is shown. */
(() => {
  const STORE = "typed";
  const forms = () => [...document.querySelectorAll("main form:not(#answers)")];
  /* The version is the one that was typed over. */
  const inputs = (form) =>
    [...form.elements].filter(
      (one) =>
        one.name === "version" ||
        one.matches("textarea, select, input:not([type=hidden], [type=file], [type=password])"),
    );
  const isChoice = (input) => input.matches("[type=checkbox], [type=radio]");
  const shown = () =>
    forms().map((form) => ({
      action: form.getAttribute("action"),
      values: inputs(form).map((one) => [one.name, isChoice(one) ? one.checked : one.value]),
    }));

  const put = (form, values) => {
    const all = inputs(form);
    if (all.map((one) => one.name).join() !== values.map((one) => one[0]).join()) {
      return;
    }
    all.forEach((input, at) => {
      const property = isChoice(input) ? "checked" : "value";
      if (input[property] !== values[at][1]) {
        input[property] = values[at][1];
        input.dispatchEvent(new Event("change", { bubbles: true }));
      }
    });
  };

  const stored = JSON.parse(sessionStorage.getItem(STORE) ?? "null");
  sessionStorage.removeItem(STORE);
  if (stored?.path === window.location.pathname) {
    forms().forEach((form, at) => {
      if (stored.forms[at]?.action === form.getAttribute("action")) {
        put(form, stored.forms[at].values);
      }
    });
  }

  /* A chosen file cannot be kept, and what auditors look for must not be: there the browser asks. */
  const isLost = () =>
    window.location.pathname.startsWith("/admin/audit/")
      ? forms().some((form) => inputs(form).some((one) => one.value !== (one.defaultValue ?? one.value)))
      : forms().some((form) => [...form.elements].some((one) => one.files?.length));

  for (const link of document.querySelectorAll(".utilities a[hreflang]")) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) {
        return;
      }
      if (isLost()) {
        window.addEventListener("beforeunload", (leaving) => leaving.preventDefault(), { once: true });
      }
      if (!window.location.pathname.startsWith("/admin/audit/") && forms().length > 0) {
        sessionStorage.setItem(
          STORE,
          JSON.stringify({ path: window.location.pathname, forms: shown() }),
        );
      }
    });
  }
})();
