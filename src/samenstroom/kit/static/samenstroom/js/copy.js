// A button with data-copy="id" copies the text of that field and says so in the element named by data-said.
document.querySelectorAll("[data-copy]").forEach((button) => {
  const field = document.getElementById(button.dataset.copy);
  if (!field || !navigator.clipboard) return;
  const said = document.getElementById(button.dataset.said);
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      if (said) said.textContent = button.dataset.done;
    } catch {
      // Not allowed here: select the text, so that copying by hand takes one step.
      field.focus();
      field.select();
    }
  });
});
