// The trip on the phone: reports are kept first and sent then, so that a tunnel loses nothing.
import { RoadQueue } from './escort-queue.js';
import { signature } from './escort-signature.js';
import { draft } from './escort-draft.js';

const page = document.querySelector('.trip');
const fill = (words, ...values) => words.replace(/\{(\d)\}/g, (_, i) => values[i] ?? '');
for (const box of document.querySelectorAll('[data-signature]')) {
  signature(box);
  box.addEventListener('input', event => { if (event.target.value) box.closest('form').querySelector('[data-needed]').hidden = true; });
}

// the witness is asked for only where somebody else signs
for (const box of document.querySelectorAll('[data-shows]')) {
  const shown = document.getElementById(box.dataset.shows);
  const show = () => { shown.hidden = !box.checked; };
  for (const what of ['change', 'restored']) box.addEventListener(what, show);
  show();
}

// drafts live on the phone itself: a locked screen may close the page; they go when the report is kept
const drafts = new Map();
for (const form of document.querySelectorAll('form[data-draft]')) {
  const kept = draft(form, `escort-draft:${page.dataset.account}:${page.dataset.trip}:${form.dataset.draft}`, localStorage);
  drafts.set(form, kept);
  if (!page.querySelector('.error-summary')) kept.restore();
}

// once the person is home nothing of the door stays on the phone
if (page.dataset.state && !['Planned', 'UnderWay'].includes(page.dataset.state)) localStorage.removeItem(`escort-draft:${page.dataset.account}:${page.dataset.trip}:hand-over`);

// 移交 opens in the page, for it must open without a network too
const opener = document.querySelector('[data-opens]');
const handOver = document.getElementById('hand-over');
const open = () => { handOver.hidden = false; handOver.scrollIntoView({ block: 'start' }); handOver.querySelector('input:not([type=hidden])').focus({ preventScroll: true }); };
opener?.addEventListener('click', event => { event.preventDefault(); open(); });
document.querySelector('a[href="#incident"]')?.addEventListener('click', () => { document.getElementById('incident').open = true; });

/** True when the hand-over can stand; otherwise shows what is missing. */
const complete = form => {
  const signed = form.elements.Signature.value.length > 0;
  for (const name of ['Receiver', 'Relation', 'IdChecked', 'IdKind', 'IdLastFour']) form.elements[name].required = true;
  form.elements.IdLastFour.pattern = '[0-9A-Za-z]{4}';
  form.elements.Witness.required = form.elements.SignedFor.checked;
  form.querySelector('[data-needed]').hidden = signed;
  if (!form.reportValidity()) return false;
  if (!signed) form.querySelector('canvas').scrollIntoView({ block: 'center' });
  return signed;
};

const panel = document.getElementById('unsent');
if (panel) {
  const words = panel.dataset;
  const [title, note, list, link, again] = [panel.querySelector('h2'), panel.querySelector('p'), panel.querySelector('ul'), panel.querySelector('a'), panel.querySelector('button')];
  const time = at => new Date(at).toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' });
  const row = item => {
    const li = document.createElement('li');
    const { report } = item;
    li.textContent = [time(report.at), words[report.kind.toLowerCase()], report.text, report.handOver?.receiver].filter(Boolean).join(' · ');
    if (item.refused) {
      const why = document.createElement('p');
      why.textContent = `${words.refused} ${item.refused}`;
      const remove = Object.assign(document.createElement('button'), { type: 'button', className: 'button quiet', textContent: words.remove });
      remove.addEventListener('click', () => queue.remove(report.id));
      li.append(why, remove);
    }
    return li;
  };
  // what waits to be sent has happened: the next step is offered on top of it
  const becomes = { Departed: 'UnderWay', HandedOver: 'HandedOver', Returned: 'Returned' };
  const offer = items => {
    const now = items.filter(i => !i.refused).reduce((s, i) => becomes[i.report.kind] ?? s, page.dataset.state);
    for (const part of document.querySelectorAll('[data-when]')) part.hidden = !part.dataset.when.split(' ').includes(now);
    if (now !== 'UnderWay' && handOver) handOver.hidden = true;
  };
  const show = (items, state) => {
    offer(items);
    panel.hidden = items.length === 0;
    title.textContent = fill(words.waiting, items.length);
    note.textContent = state === 'sign-in' ? words.signin : state === 'offline' || !navigator.onLine ? words.offline : '';
    note.hidden = note.textContent === '';
    link.hidden = state !== 'sign-in';
    again.hidden = items.every(i => i.refused);
    list.replaceChildren(...items.map(row));
  };
  const queue = new RoadQueue(page.dataset.account, page.dataset.trip, words.unreadable, show);
  const send = async () => { if (queue.items.some(i => !i.refused) && await queue.flush() > 0) location.replace(location.pathname); };

  for (const form of document.querySelectorAll('form[data-road]')) {
    form.addEventListener('submit', event => {
      const data = new FormData(form);
      const text = name => data.get(name)?.trim() || null;
      const kind = form.dataset.road;
      if (kind === 'HandedOver' && !complete(form)) { event.preventDefault(); event.stopPropagation(); return; }
      const handOver = kind !== 'HandedOver' ? null : {
        receiver: text('Receiver'), relation: text('Relation'), idChecked: true, idKind: text('IdKind'), idLastFour: text('IdLastFour'),
        signature: text('Signature'), signedFor: data.has('SignedFor'), witness: text('Witness'),
      };
      try {
        queue.add({ kind, place: text('place') ?? text('Place'), text: text('text'), handOver });
      } catch {
        return; // the device keeps nothing: let the form go to the server itself
      }
      event.preventDefault();
      event.stopPropagation();
      form.reset();
      form.querySelector('[data-signature] button')?.click();
      drafts.get(form)?.forget();
      if (form.closest('#hand-over')) handOver.hidden = true;
      const details = form.closest('details');
      if (details) details.open = false;
      panel.scrollIntoView({ block: 'nearest' });
      send();
    });
  }
  addEventListener('online', send);
  setInterval(send, 30000);
  again.addEventListener('click', send);
  show(queue.items, 'idle');
  send();
}

// the count-down stays true while the page lies open
const next = document.querySelector('.next[data-due]');
const spans = document.getElementById('until-words')?.dataset;
if (next && spans) {
  const due = Number(next.dataset.due);
  const tick = () => {
    const minutes = Math.round((due - Date.now()) / 60000);
    const [size, side] = [Math.abs(minutes), minutes < 0 ? 'late' : 'in'];
    const words = size === 0 ? spans.now : size < 60 ? fill(spans[`${side}Minutes`], size) : size < 2880 ? fill(spans[`${side}Hours`], Math.floor(size / 60), size % 60) : fill(spans[`${side}Days`], Math.floor(size / 1440));
    const sentence = fill(minutes < 0 ? spans.late : spans.sentence, spans.dueWords, words);
    if (next.textContent !== sentence) next.textContent = sentence;
    next.classList.toggle('bad', minutes < 0);
    next.classList.toggle('ok', minutes >= 0);
  };
  setInterval(tick, 20000);
}
