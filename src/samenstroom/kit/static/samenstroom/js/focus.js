// After a page with errors, or with something new, start reading there.
document.addEventListener("DOMContentLoaded", () => {
  const target = document.querySelector(".error-summary") || document.querySelector("[data-focus]")
    || (location.hash === "#focus" && document.getElementById("focus"));
  if (!target) return;
  if (!target.hasAttribute("tabindex")) target.setAttribute("tabindex", "-1");
  target.focus();
});
