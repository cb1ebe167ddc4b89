// The page without a connection: go on by itself once there is one again.
window.addEventListener("online", () => location.reload());
document.querySelector("[data-again]")?.addEventListener("click", () => location.reload());
