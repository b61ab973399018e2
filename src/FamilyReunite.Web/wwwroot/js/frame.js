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

/** True while a key belongs to what is being typed. */
export const isTyping = event => event.isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey || event.metaKey
  || event.target.closest?.('input,textarea,select,[contenteditable],dialog[open]') !== null && event.target.closest?.('input,textarea,select,[contenteditable],dialog[open]') !== undefined;

let leader = false;
const places = { t: '/Today', p: '/People', m: '/Review', e: '/Escort' };
document.addEventListener('keydown', event => {
  if (localStorage.getItem('keys') === 'off' || isTyping(event)) return;
  if (leader && places[event.key]) {
    const link = document.querySelector(`.main-nav a[href="${places[event.key]}"]`);
    if (link) location.assign(link.href);
  }
  leader = event.key === 'g';
  if (event.key === '/') {
    const search = document.getElementById('q');
    if (search) { event.preventDefault(); search.focus(); }
  }
});

export { uuid7 } from './ids.js';
