// Draws a signature with pen, finger or mouse and writes it into the hidden field as M/L path data.
const MOST = 60000; // characters; the server takes 64 kB
const NEAR = 4; // canvas units between two kept points

export function signature(box) {
  const canvas = box.querySelector('canvas');
  const field = box.querySelector('input[name=Signature]');
  const pen = canvas.getContext('2d');
  let last = null;

  const style = () => {
    pen.lineWidth = 5; pen.lineCap = pen.lineJoin = 'round';
    pen.strokeStyle = getComputedStyle(canvas).color;
  };
  const at = event => {
    const r = canvas.getBoundingClientRect();
    const clamp = (v, most) => Math.round(Math.min(Math.max(v, 0), most));
    return [clamp((event.clientX - r.left) * canvas.width / r.width, canvas.width), clamp((event.clientY - r.top) * canvas.height / r.height, canvas.height)];
  };
  const line = (from, to) => { pen.beginPath(); pen.moveTo(...from); pen.lineTo(...to); pen.stroke(); };
  const redraw = () => {
    pen.clearRect(0, 0, canvas.width, canvas.height);
    style();
    let from = null;
    for (const [, command, x, y] of field.value.matchAll(/([ML])(\d+) (\d+)/g)) {
      const to = [Number(x), Number(y)];
      if (command === 'L' && from) line(from, to);
      from = to;
    }
  };
  const changed = () => field.dispatchEvent(new Event('input', { bubbles: true }));

  canvas.addEventListener('pointerdown', event => {
    if (event.button !== 0) return;
    event.preventDefault();
    canvas.setPointerCapture(event.pointerId);
    style();
    last = at(event);
    field.value += `M${last[0]} ${last[1]}`;
  });
  canvas.addEventListener('pointermove', event => {
    if (!last) return;
    for (const e of event.getCoalescedEvents?.() ?? [event]) {
      const to = at(e);
      if (Math.hypot(to[0] - last[0], to[1] - last[1]) < NEAR || field.value.length > MOST) continue;
      line(last, to);
      field.value += `L${to[0]} ${to[1]}`;
      last = to;
    }
  });
  for (const end of ['pointerup', 'pointercancel']) canvas.addEventListener(end, () => { if (last) { last = null; changed(); } });
  box.querySelector('button').addEventListener('click', () => { field.value = ''; redraw(); changed(); });
  field.addEventListener('restored', redraw);
  redraw();
}
