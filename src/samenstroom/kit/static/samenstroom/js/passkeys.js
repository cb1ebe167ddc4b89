// A form with data-passkey ("create" or "get") asks the device for a passkey and then sends itself. What the device
// needs stands in data-options, or is fetched from data-options-from. Without passkeys the form stays hidden, and what
// stands in [data-without-passkeys] stays.
const canAsk = Boolean(window.PublicKeyCredential && window.webauthnJSON);

document.querySelectorAll("[data-without-passkeys]").forEach((words) => {
  words.hidden = canAsk;
});

document.querySelectorAll("form[data-passkey]").forEach((form) => {
  if (!canAsk) return;
  const { passkey, options, optionsFrom, failed } = form.dataset;
  const said = form.querySelector("[role=status]");
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    said.textContent = "";
    try {
      const asked = options ? JSON.parse(options) : await fetched(optionsFrom);
      form.elements.credential.value = JSON.stringify(await window.webauthnJSON[passkey](asked));
      form.submit();
    } catch {
      // She closed the window of her device, or it has no passkey for us.
      said.textContent = failed;
    }
  });
});

async function fetched(address) {
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()).request_options;
}
