// The page without a connection: go on by itself once the app answers again. "Online" alone says too much: the network
// of a train is there, and leads nowhere.
const again = async () => {
  try {
    const answer = await fetch("/healthz", { cache: "no-store" });
    if (answer.ok) location.reload();
  } catch {
    // Not yet.
  }
};
window.addEventListener("online", again);
setInterval(again, 5000);
document.querySelector("[data-again]")?.addEventListener("click", () => location.reload());
