// A form with data-guard holds typed text: ask before leaving the page without saving it.
document.querySelectorAll("form[data-guard]").forEach((form) => {
  let isTouched = false;
  form.addEventListener("input", () => { isTouched = true; });
  form.addEventListener("submit", () => { isTouched = false; });
  window.addEventListener("beforeunload", (event) => {
    if (isTouched) event.preventDefault();
  });
});
