// The map answers to mouse, touch and keys; an answer to a question renews the page in place. Everything works without this file too.
const live = document.getElementById('live');

/** Names of the counties in the order of the ground's dots: the same on every map, so they are fetched once. */
let named;
function name(map, counties) {
  named ??= fetch(map.dataset.names).then(a => (a.ok ? a.text() : '')).catch(() => '')
    .then(text => text.split('|').flatMap(p => { const [province, list = ''] = p.split('/'); return list.split(',').map(county => `${province} ${county}`); }));
  named.then(names => counties.forEach((c, i) => { if (names.length === counties.length) c.words = `${names[i]} ${map.dataset.least}`; }));
}

/** Counties in the order of the ground's dots, with their places on the map, their names and the share of those that stand out. */
function read(map) {
  const counties = [];
  let x = 0, y = 0;
  for (const [, dx, dy] of map.querySelector('.ground').getAttribute('d').matchAll(/m(-?\d+)[ ]?(-?\d+)h0/g)) {
    x += Number(dx); y += Number(dy);
    counties.push({ x, y, words: map.dataset.least });
  }
  name(map, counties);
  const dots = [...map.querySelectorAll('.dots circle')].map(c => ({ x: Number(c.getAttribute('cx')), y: Number(c.getAttribute('cy')), words: c.querySelector('title').textContent, circle: c, link: c.closest('a') }));
  return { counties, dots };
}

function startMap(map) {
  const { counties, dots } = read(map);
  const told = document.querySelector('[data-told]');
  const whole = map.dataset.whole.split(' ').map(Number);
  const start = map.getAttribute('viewBox').split(' ').map(Number);
  // dots grow a little where there is room between them, names do not
  const zoomOf = (name, across) => (across / whole[2]) ** (name === 'r' ? 0.6 : 1);
  const base = [['.dots circle,.chosen', 'r'], ['.labels[font-size]', 'font-size']]
    .flatMap(([parts, name]) => [...map.querySelectorAll(parts)].map(e => [e, name, Number(e.getAttribute(name)) / zoomOf(name, start[2])]));
  const over = [...map.querySelectorAll('[data-over]')];
  let view = [...start];
  let picked = null;

  const show = next => {
    const across = Math.min(whole[2], Math.max(60, next[2]));
    const down = across * whole[3] / whole[2];
    view = [Math.min(Math.max(next[0], 0), whole[2] - across), Math.min(Math.max(next[1], 0), whole[3] - down), across, down];
    map.setAttribute('viewBox', view.map(v => v.toFixed(1)).join(' '));
    map.classList.toggle('zoomed', across < whole[2]);
    for (const [element, name, size] of base) element.setAttribute(name, (size * zoomOf(name, across)).toFixed(2));
    for (const name of over) name.setAttribute('dy', (-name.dataset.over * zoomOf('r', across) - 12 * zoomOf('', across)).toFixed(2));
  };
  const zoom = (by, x = view[0] + view[2] / 2, y = view[1] + view[3] / 2) => {
    const across = Math.min(whole[2], Math.max(60, view[2] / by));
    const part = across / view[2];
    show([x - (x - view[0]) * part, y - (y - view[1]) * part, across]);
  };
  const at = event => {
    const box = map.getBoundingClientRect();
    return [view[0] + (event.clientX - box.left) / box.width * view[2], view[1] + (event.clientY - box.top) / box.height * view[3]];
  };
  const near = (x, y) => {
    const reach = view[2] / 40;
    const best = list => list.reduce((found, c) => { const d = Math.hypot(c.x - x, c.y - y); return d < found.d ? { c, d } : found; }, { c: null, d: reach }).c;
    return best(dots) ?? best(counties);
  };
  const tell = county => {
    picked?.circle?.classList.remove('picked');
    picked = county;
    if (!county) return;
    county.circle?.classList.add('picked');
    told.textContent = county.words;
  };

  map.addEventListener('wheel', event => {
    // a wheel over the whole map scrolls the page, unless the reader means the map
    if (!event.ctrlKey && view[2] >= whole[2] && event.deltaY > 0) return;
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.25 : 0.8, ...at(event));
  }, { passive: false });

  const fingers = new Map();
  let moved = 0;
  map.addEventListener('pointerdown', event => { fingers.set(event.pointerId, [event.clientX, event.clientY]); if (fingers.size === 1) moved = 0; });
  map.addEventListener('pointermove', event => {
    const last = fingers.get(event.pointerId);
    if (!last) { if (event.pointerType === 'mouse') tell(near(...at(event))); return; }
    const unit = view[2] / map.getBoundingClientRect().width;
    const [dx, dy] = [event.clientX - last[0], event.clientY - last[1]];
    moved += Math.abs(dx) + Math.abs(dy);
    if (fingers.size === 2) {
      const other = [...fingers].find(([id]) => id !== event.pointerId)[1];
      const [before, after] = [Math.hypot(last[0] - other[0], last[1] - other[1]), Math.hypot(event.clientX - other[0], event.clientY - other[1])];
      if (before > 0) zoom(after / before, ...at({ clientX: (event.clientX + other[0]) / 2, clientY: (event.clientY + other[1]) / 2 }));
    } else if (view[2] < whole[2]) show([view[0] - dx * unit, view[1] - dy * unit, view[2]]);
    fingers.set(event.pointerId, [event.clientX, event.clientY]);
  });
  for (const end of ['pointerup', 'pointercancel', 'pointerleave']) map.addEventListener(end, event => fingers.delete(event.pointerId));
  map.addEventListener('click', event => {
    if (moved > 8) { event.preventDefault(); return; }
    if (!event.target.closest('a')) tell(near(...at(event)));
  });

  /** The nearest marked county in a direction. */
  const step = (dx, dy) => {
    if (dots.length === 0) return;
    if (!picked) { tell(dots[dots.length - 1]); return; }
    const ahead = dots.filter(d => d !== picked && ((d.x - picked.x) * dx + (d.y - picked.y) * dy) > 0)
      .map(d => ({ d, cost: Math.hypot(d.x - picked.x, d.y - picked.y) + 2 * Math.abs((d.x - picked.x) * dy + (d.y - picked.y) * dx) }));
    if (ahead.length > 0) tell(ahead.reduce((a, b) => (b.cost < a.cost ? b : a)).d);
    if (picked.x < view[0] || picked.x > view[0] + view[2] || picked.y < view[1] || picked.y > view[1] + view[3]) show([picked.x - view[2] / 2, picked.y - view[3] / 2, view[2]]);
  };
  const does = {
    ArrowLeft: () => step(-1, 0), ArrowRight: () => step(1, 0), ArrowUp: () => step(0, -1), ArrowDown: () => step(0, 1),
    '+': () => zoom(1.5, picked?.x, picked?.y), '=': () => zoom(1.5, picked?.x, picked?.y), '-': () => zoom(1 / 1.5), Escape: () => show(whole), Enter: () => picked?.link?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })),
  };
  map.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey || !Object.hasOwn(does, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    does[event.key]();
  });
  for (const button of document.querySelectorAll('[data-zoom]')) {
    button.hidden = false;
    button.addEventListener('click', event => { event.preventDefault(); button.dataset.zoom === 'whole' ? show(whole) : zoom(button.dataset.zoom === 'in' ? 1.5 : 1 / 1.5); });
  }
  for (const link of document.querySelectorAll('[data-code]')) {
    const dot = dots.find(d => d.link?.getAttribute('href') === link.getAttribute('href'));
    if (dot) for (const on of ['focus', 'mouseenter']) link.addEventListener(on, () => tell(dot));
  }
  show(view);
}

/** Sends a form and puts the answer's part in the place of ours, so that the map and the questions are renewed and nothing jumps. */
async function send(form, button) {
  const body = new FormData(form, button);
  const answer = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.getElementById('live');
  if (!answer.ok || !fresh) { form.submit(); return; }
  live.replaceChildren(...fresh.childNodes);
  for (const old of document.querySelectorAll('main > .toast, main > .error-summary')) old.remove();
  const said = page.querySelector('main > .toast, main > .error-summary');
  if (said) document.getElementById('main').prepend(said);
  said?.matches('.error-summary') ? said.focus() : document.querySelector('#interview .question button, #interview h2')?.focus({ preventScroll: true });
  begin();
}

function begin() {
  const map = document.querySelector('svg.map');
  if (map) startMap(map);
}

live?.addEventListener('submit', event => {
  const form = event.target.closest('form[data-live]');
  if (!form || event.defaultPrevented) return;
  if (form.dataset.sent && Date.now() - Number(form.dataset.sent) < 10000) { event.preventDefault(); return; }
  event.preventDefault();
  // without a network the form goes the ordinary way, which keeps what was typed
  send(form, event.submitter).catch(() => form.requestSubmit === undefined ? form.submit() : (form.removeAttribute('data-live'), delete form.dataset.sent, form.requestSubmit(event.submitter)));
});
begin();
