// Keeps a form that could not be sent because the session had ended: after signing in again it is offered, never sent by itself.
const key = 'unsent';
const read = () => { try { return JSON.parse(sessionStorage.getItem(key)); } catch { return null; } };
const forget = () => sessionStorage.removeItem(key);
const keptFor = 12 * 60 * 60 * 1000;
const account = document.body.dataset.account;

/** The signing-in page and the one that says "expired" are on the way; every other page means that the form arrived. */
function arrive() {
  const kept = read();
  if (!kept) return;
  if (document.body.dataset.interrupts !== undefined) sessionStorage.setItem(key, JSON.stringify({ ...kept, interrupted: true }));
  else if (!account || !kept.interrupted || kept.account !== account || Date.now() - kept.at > keptFor) forget();
  else offer(kept);
}

function offer(kept) {
  const panel = document.getElementById('kept-form');
  if (!panel) return;
  panel.hidden = false;
  panel.querySelector('[data-drop]').addEventListener('click', () => { forget(); panel.hidden = true; });
  const form = panel.querySelector('form');
  form.action = kept.action;
  for (const [name, value] of kept.fields) {
    const field = document.createElement('textarea');
    [field.name, field.value, field.hidden] = [name, value, true];
    form.append(field);
  }
  form.addEventListener('submit', forget);
}

document.addEventListener('submit', event => {
  const form = event.target;
  if (event.defaultPrevented || !account || form.method !== 'post' || !form.closest('main') || form.closest('#kept-form') || form.querySelector('[type=password]')) return;
  const fields = [...new FormData(form, event.submitter)].filter(([name, value]) => typeof value === 'string' && name !== '__RequestVerificationToken');
  const action = new URL(event.submitter?.formAction || form.action, location.href);
  if (action.origin !== location.origin) return;
  try { sessionStorage.setItem(key, JSON.stringify({ account, at: Date.now(), action: action.pathname + action.search, fields })); } catch { /* a full store must not stop the sending */ }
});

arrive();
