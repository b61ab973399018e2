// Keys 1, 2, 3 for the three answers, so that the eyes can stay on the person.
document.addEventListener('keydown', event => {
  if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.repeat || localStorage.getItem('keys') === 'off') return;
  if (event.target.closest('input,textarea,select') || document.querySelector('dialog[open]')) return;
  document.querySelector(`[data-key="${CSS.escape(event.key)}"]`)?.click();
});
