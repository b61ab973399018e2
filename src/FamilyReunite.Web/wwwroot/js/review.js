// The review's keys, dialogs, photo strips and the passing undo. Everything works without this file too.
import { isTyping, keysOff } from '/js/frame.js';

const pair = document.querySelector('.case');

for (const opener of document.querySelectorAll('[data-open]')) {
  const dialog = document.getElementById(opener.dataset.open);
  if (!dialog) continue;
  opener.hidden = false;
  opener.addEventListener('click', event => {
    event.preventDefault();
    dialog.showModal();
    dialog.querySelector('input[type=radio],textarea')?.focus();
  });
}
for (const closer of document.querySelectorAll('dialog [data-close]'))
  closer.addEventListener('click', event => { event.preventDefault(); closer.closest('dialog').close(); });

const toast = document.querySelector('.toast.undo');
if (toast) {
  let left = Number(toast.dataset.seconds);
  // a pointer or the focus on it stops the clock
  const tick = setInterval(() => {
    if (toast.matches(':hover,:focus-within')) return;
    if (--left <= 0) { clearInterval(tick); toast.remove(); }
  }, 1000);
}

const narrow = matchMedia('(max-width:47.99rem)');
const sheet = document.querySelector('.sheet');
if (sheet && narrow.matches) sheet.open = false;

const step = (by) => {
  const to = by > 0 ? pair?.dataset.next : pair?.dataset.previous;
  if (to) location.assign(to);
};
const turn = (by) => {
  for (const strip of document.querySelectorAll('[data-photos]'))
    strip.scrollBy({ left: by * (strip.firstElementChild?.clientWidth ?? 0), behavior: 'instant' });
};
const open = (id) => document.querySelector(`[data-open="${id}"]`)?.click();
const does = {
  j: () => step(1), k: () => step(-1), c: () => open('dialog-confirm'), r: () => open('dialog-reject'),
  n: () => open('dialog-more'), u: () => open('dialog-undo'), '[': () => turn(-1), ']': () => turn(1),
};
let leader = false;
document.addEventListener('keydown', event => {
  const led = leader;
  leader = event.key === 'g';
  if (led || keysOff() || isTyping(event) || !Object.hasOwn(does, event.key)) return;
  // in the queue j and k are the frame's
  if (!pair && (event.key === 'j' || event.key === 'k')) return;
  event.preventDefault();
  does[event.key]();
});
