// The planning form survives a reload of the page in this tab; the server has the last word once it has been sent.
import { draft } from './escort-draft.js';

const form = document.querySelector('form[data-draft=plan]');
if (form) {
  const kept = draft(form, `plan:${location.pathname}`, sessionStorage);
  // an answer to a POST already shows what was typed
  if (performance.getEntriesByType('navigation')[0]?.type === 'reload' || !document.referrer) kept.restore();
  form.addEventListener('submit', () => kept.forget());
}
