// Enlarges, turns and points at pictures; two on one page share one pointer. Without this file the pictures stand still and places are typed as numbers.
const most = 12;
const step = 1.4;
const nudge = 0.1;
const stages = [...document.querySelectorAll('[data-stage]')].map(open);

function open(box) {
  const svg = box.querySelector('svg');
  const turned = svg.querySelector('[data-turn]');
  const pointer = svg.querySelector('[data-pointer]');
  const tools = document.querySelector(`[data-tools="${box.id}"]`);
  const said = tools.querySelector('[data-zoom]');
  const [width, height] = [Number(box.dataset.width), Number(box.dataset.height)];
  const view = { zoom: 1, quarters: 0, mirrored: false, x: width / 2, y: height / 2 };
  const stage = { box, svg, width, height, at: null, framing: null, point, place, show, mirror };

  /** What a quarter turn does to a point of the picture, and back to a movement. */
  const matrices = [[1, 0, 0, 1, 0, 0], [0, 1, -1, 0, height, 0], [-1, 0, 0, -1, width, height], [0, -1, 1, 0, 0, width]];
  const back = (dx, dy) => {
    const [x, y] = [[dx, dy], [dy, -dx], [-dx, -dy], [-dy, dx]][view.quarters];
    return [view.mirrored ? -x : x, y];
  };

  function draw() {
    const m = matrices[view.quarters];
    const lies = view.quarters % 2 === 1;
    const [w, h] = (lies ? [height, width] : [width, height]).map(side => side / view.zoom);
    view.x = Math.min(width, Math.max(0, view.x));
    view.y = Math.min(height, Math.max(0, view.y));
    const x = view.mirrored ? width - view.x : view.x;
    const [cx, cy] = [m[0] * x + m[2] * view.y + m[4], m[1] * x + m[3] * view.y + m[5]];
    turned.setAttribute('transform', `matrix(${m})${view.mirrored ? ` matrix(-1 0 0 1 ${width} 0)` : ''}`);
    for (const text of turned.querySelectorAll('text')) text.setAttribute('transform', view.mirrored ? `matrix(-1 0 0 1 ${2 * text.getAttribute('x')} 0)` : '');
    svg.setAttribute('viewBox', `${cx - w / 2} ${cy - h / 2} ${w} ${h}`);
    box.classList.toggle('zoomed', view.zoom > 1);
    said.textContent = view.zoom > 1 ? said.dataset.words.replace('{0}', view.zoom.toFixed(1)) : '';
  }

  function zoom(by) {
    view.zoom = Math.min(most, Math.max(1, view.zoom * by));
    if (view.zoom === 1) Object.assign(view, { x: width / 2, y: height / 2 });
    draw();
  }

  function turn(quarters) { view.quarters = (view.quarters + quarters + 4) % 4; draw(); }

  function mirror(on) {
    view.mirrored = on;
    tools.querySelector('[data-do="mirror"]').setAttribute('aria-pressed', String(on));
    draw();
  }

  function fit() { Object.assign(view, { zoom: 1, quarters: 0, x: width / 2, y: height / 2 }); mirror(false); }

  /** Moves the view by shares of what is seen, as the screen lies. */
  function pan(right, down) {
    const lies = view.quarters % 2 === 1;
    const [dx, dy] = back(right * (lies ? height : width) / view.zoom, down * (lies ? width : height) / view.zoom);
    view.x += dx;
    view.y += dy;
    draw();
  }

  /** Where on the upright picture a pointer is, in shares of its sides. */
  function place(event) {
    const p = new DOMPoint(event.clientX, event.clientY).matrixTransform(turned.getScreenCTM().inverse());
    return { x: p.x / width, y: p.y / height };
  }

  function point(at) {
    stage.at = at;
    const seen = at && at.x >= 0 && at.y >= 0 && at.x <= 1 && at.y <= 1;
    pointer.setAttribute('visibility', seen ? 'visible' : 'hidden');
    if (seen) pointer.setAttribute('transform', `translate(${at.x * width} ${at.y * height}) scale(${1 / view.zoom})`);
  }

  /** The view's own directions in shares of the picture. */
  function show(right, down, share) {
    const [dx, dy] = back(right, down);
    return { x: dx * share, y: dy * share };
  }

  let held = null;
  svg.addEventListener('pointerdown', event => {
    if (event.button > 0) return;
    if (stage.framing) { stage.framing.start(place(event)); svg.setPointerCapture(event.pointerId); event.preventDefault(); return; }
    if (view.zoom > 1) { held = { x: event.clientX, y: event.clientY }; svg.setPointerCapture(event.pointerId); }
  });
  svg.addEventListener('pointermove', event => {
    if (stage.framing?.drawing) stage.framing.move(place(event));
    else if (held) {
      const size = svg.getBoundingClientRect();
      pan((held.x - event.clientX) / size.width, (held.y - event.clientY) / size.height);
      held = { x: event.clientX, y: event.clientY };
    }
    share(place(event));
  });
  for (const end of ['pointerup', 'pointercancel']) svg.addEventListener(end, () => { held = null; stage.framing?.end(); });
  svg.addEventListener('pointerleave', () => share(null));
  svg.addEventListener('wheel', event => {
    if (!event.ctrlKey && view.zoom === 1) return;
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15);
  }, { passive: false });

  const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const keys = { '+': () => zoom(step), '=': () => zoom(step), '-': () => zoom(1 / step), _: () => zoom(1 / step), r: () => turn(1), R: () => turn(-1), m: () => mirror(!view.mirrored), M: () => mirrorAll(!view.mirrored), 0: fit };
  box.tabIndex = 0;
  box.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const arrow = arrows[event.key];
    if (stage.framing && (arrow || event.key === 'Enter' || event.key === 'Escape')) stage.framing.key(event, arrow && show(...arrow, 0.01));
    else if (arrow && event.shiftKey) {
      const [by, from] = [show(...arrow, 0.02 / view.zoom), stage.at ?? { x: view.x / width, y: view.y / height }];
      share({ x: Math.min(1, Math.max(0, from.x + by.x)), y: Math.min(1, Math.max(0, from.y + by.y)) });
    } else if (arrow) pan(arrow[0] * nudge, arrow[1] * nudge);
    else if (Object.hasOwn(keys, event.key)) keys[event.key]();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  const does = { in: () => zoom(step), out: () => zoom(1 / step), right: () => turn(1), mirror: () => mirror(!view.mirrored), fit };
  tools.addEventListener('click', event => does[event.target.closest('[data-do]')?.dataset.do]?.());
  tools.hidden = false;
  document.getElementById(`${box.id}-keys`).hidden = false;
  draw();
  return stage;
}

/** One pointer on every picture, at the same share of its sides. */
function share(at) {
  for (const stage of stages) stage.point(at);
}

/** What one of two pictures shows exchanged, both show. */
function mirrorAll(on) {
  for (const stage of stages) stage.mirror(on);
}

/** The frame of a mark: drawn on the picture or typed as numbers, whichever comes last. */
for (const field of document.querySelectorAll('[data-region]')) {
  const stage = stages.find(s => s.box.id === field.dataset.region);
  if (!stage) continue;
  const frame = stage.box.querySelector('[data-frame]');
  const [left, top, width, height] = ['Left', 'Top', 'Width', 'Height'].map(name => document.getElementById(`Mark_${name}`));
  const tools = field.querySelector('[data-draw]');
  const button = tools.querySelector('button');
  const said = field.querySelector('[data-said-here]');
  const least = 0.005;
  const clamp = (value, low, high) => Math.min(high, Math.max(low, value));
  let from = null;

  const read = () => {
    const [x, y, w, h] = [left, top, width, height].map(input => Number.parseFloat(input.value) / 100);
    return [x, y, w, h].every(Number.isFinite) && w > 0 && h > 0 ? { x, y, w, h } : null;
  };
  const draw = () => {
    const r = read();
    frame.setAttribute('visibility', r ? 'visible' : 'hidden');
    if (!r) return;
    for (const [name, value] of [['x', r.x * stage.width], ['y', r.y * stage.height], ['width', r.w * stage.width], ['height', r.h * stage.height]]) frame.setAttribute(name, value);
  };
  const write = (r, tell) => {
    const w = clamp(r.w, least, 1);
    const h = clamp(r.h, least, 1);
    const numbers = [clamp(r.x, 0, 1 - w), clamp(r.y, 0, 1 - h), w, h].map(n => (n * 100).toFixed(1));
    [left, top, width, height].forEach((input, i) => { input.value = numbers[i]; });
    draw();
    if (tell) said.textContent = numbers.reduce((text, n, i) => text.replace(`{${i}}`, n), field.dataset.said);
  };
  const framing = {
    get drawing() { return from !== null; },
    start(at) { from = { x: clamp(at.x, 0, 1), y: clamp(at.y, 0, 1) }; },
    move(at) {
      const to = { x: clamp(at.x, 0, 1), y: clamp(at.y, 0, 1) };
      write({ x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), w: Math.abs(to.x - from.x), h: Math.abs(to.y - from.y) });
    },
    end() { if (from) { from = null; write(read() ?? { x: 0.4, y: 0.4, w: 0.2, h: 0.2 }, true); } },
    key(event, by) {
      if (!by) { toggle(false); button.focus(); return; }
      const r = read() ?? { x: 0.4, y: 0.4, w: 0.2, h: 0.2 };
      write(event.shiftKey ? { ...r, w: clamp(r.w + by.x, least, 1 - r.x), h: clamp(r.h + by.y, least, 1 - r.y) } : { ...r, x: r.x + by.x, y: r.y + by.y }, true);
    },
  };
  const toggle = on => {
    stage.framing = on ? framing : null;
    stage.box.classList.toggle('framing', on);
    button.setAttribute('aria-pressed', String(on));
    if (on) { if (!read()) draw(); stage.box.focus(); stage.box.scrollIntoView({ block: 'nearest' }); }
  };
  button.addEventListener('click', () => toggle(!stage.framing));
  field.addEventListener('input', draw);
  tools.hidden = false;
  draw();
}
