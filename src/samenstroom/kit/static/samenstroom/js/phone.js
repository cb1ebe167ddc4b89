// On a phone: the app can be put on the home screen, a form waits while there is no connection, and a link can be shared.
if ("serviceWorker" in navigator && document.body.dataset.worker) {
  navigator.serviceWorker.register(document.body.dataset.worker).catch(() => {});
}

// What she typed stays on this page: it is sent once there is a connection again.
const notice = document.getElementById("offline");
const tell = () => {
  if (notice) notice.hidden = navigator.onLine;
};
window.addEventListener("online", tell);
window.addEventListener("offline", tell);
tell();
document.addEventListener("submit", (event) => {
  if (navigator.onLine || !notice) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  tell();
  notice.focus();
}, true);

// A button with data-share="id" hands the text of that field to the apps of the phone.
document.querySelectorAll("[data-share]").forEach((button) => {
  const field = document.getElementById(button.dataset.share);
  if (!field || !navigator.share) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    navigator.share({ text: button.dataset.text || field.value }).catch(() => {});
  });
});
