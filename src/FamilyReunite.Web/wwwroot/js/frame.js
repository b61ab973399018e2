// What every page shares: one submit per form, keys that stay out of the way of typing, the state of the line, focus on errors.
const state = document.querySelector('.line-state');
const showLine = () => {
  if (!state) return;
  state.classList.toggle('offline', !navigator.onLine);
  state.textContent = navigator.onLine ? state.dataset.online : state.dataset.offline;
};
addEventListener('online', showLine);
addEventListener('offline', showLine);
showLine();

document.querySelector('[data-focus]')?.focus();

document.addEventListener('submit', event => {
  if (event.target.method === 'dialog') return;
  const button = event.submitter;
  const form = event.target;
  if (form.dataset.sent && Date.now() - Number(form.dataset.sent) < 10000) { event.preventDefault(); return; }
  form.dataset.sent = String(Date.now());
  if (button) button.setAttribute('aria-busy', 'true');
});
// the back button may bring the page back as it was left
addEventListener('pageshow', () => {
  for (const form of document.forms) delete form.dataset.sent;
  for (const busy of document.querySelectorAll('[aria-busy=true]')) busy.removeAttribute('aria-busy');
});

/** True while a key belongs to what is being typed, to a menu of the browser or to an open dialogue. */
export const isTyping = event => event.isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey || event.metaKey
  || Boolean(event.target.closest?.('input,textarea,select,[contenteditable]')) || document.querySelector('dialog[open]') !== null;

export const keysOff = () => localStorage.getItem('keys') === 'off';

const keys = document.getElementById('keys');
const off = document.getElementById('keys-off');
if (off) {
  off.checked = keysOff();
  off.addEventListener('change', () => localStorage.setItem('keys', off.checked ? 'off' : 'on'));
}
for (const opener of document.querySelectorAll('[data-keys]')) {
  opener.hidden = false;
  opener.addEventListener('click', () => keys?.showModal());
}

/** The next or previous line of the page's lists. */
const step = by => {
  const rows = [...document.querySelectorAll('a[data-row]')];
  rows[Math.min(Math.max(rows.indexOf(document.activeElement) + by, 0), rows.length - 1)]?.focus();
};

let leader = false;
const places = { t: '/Today', p: '/People', m: '/Review', e: '/Escort' };
document.addEventListener('keydown', event => {
  if (keysOff() || isTyping(event)) return;
  const led = leader;
  leader = event.key === 'g';
  if (led && places[event.key]) {
    const link = document.querySelector(`.main-nav a[href="${places[event.key]}"]`);
    if (link) location.assign(link.href);
    return;
  }
  if (event.key === '/') {
    const search = document.getElementById('q');
    if (search) { event.preventDefault(); search.focus(); }
  }
  else if (event.key === '?' && keys) { event.preventDefault(); keys.showModal(); }
  // a page about one pair steps from pair to pair itself
  else if ((event.key === 'j' || event.key === 'k') && !document.querySelector('[data-next],[data-previous]')) step(event.key === 'j' ? 1 : -1);
});

export { uuid7 } from './ids.js';
