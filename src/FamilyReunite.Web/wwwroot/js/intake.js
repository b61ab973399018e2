// The record form saves itself line by line. Without this script the same form is sent whole.
import { uuid7 } from '/js/ids.js';

const form = document.getElementById('intake');
const status = document.getElementById('autosaved');
const side = document.getElementById('side');
const words = form.dataset;
const waiting = new Map();
let running = false;

const token = () => form.elements['__RequestVerificationToken'].value;
const rowOf = element => element.closest?.('.fact-row');
const nameIn = (row, property) => `Rows[${row.dataset.key}].${property}`;
const control = (row, property) => row.querySelector(`[name="${CSS.escape(nameIn(row, property))}"]`);

function hidden(row, property, value) {
  let field = control(row, property);
  if (!field && value) {
    field = document.createElement('input');
    field.type = 'hidden';
    field.name = nameIn(row, property);
    row.prepend(field);
  }
  if (field) { if (value) field.value = value; else field.remove(); }
}

/** Gives a line another id: what it says next is a statement of its own. */
function rekey(row, id) {
  const key = id.replaceAll('-', '');
  const old = row.dataset.key;
  for (const element of row.querySelectorAll('[name],[id],[for],[aria-describedby]')) {
    for (const attribute of ['name', 'id', 'for', 'aria-describedby']) {
      if (element.hasAttribute(attribute)) element.setAttribute(attribute, element.getAttribute(attribute).replaceAll(old, key));
    }
  }
  row.dataset.key = key;
}

function body(row) {
  const data = new FormData();
  data.set('__RequestVerificationToken', token());
  data.set('RecordId', words.record);
  data.set('WriteId', uuid7());
  for (const field of row.querySelectorAll('[name]')) {
    if ((field.type === 'radio' || field.type === 'checkbox') && !field.checked) continue;
    data.append(field.name, field.value);
  }
  return data;
}

function isEmpty(row) {
  if (control(row, 'Base')) return false;
  const text = row.querySelector('input[type=radio]') ? row.querySelector('input[type=radio]:checked') : control(row, 'Text')?.value.trim();
  return !text && !control(row, 'MarkKind')?.value && (control(row, 'Answer')?.value ?? '0') === '0';
}

function queue(row) {
  if (isEmpty(row)) return;
  waiting.set(row, true);
  run();
}

async function run() {
  if (running) return;
  running = true;
  while (waiting.size > 0) {
    const [row] = waiting.keys();
    waiting.delete(row);
    if (!await save(row)) { waiting.set(row, true); break; }
  }
  running = false;
}

/** False when the line is to be sent again later. */
async function save(row) {
  const understood = row.querySelector('.understood');
  understood.classList.add('saving');
  status.textContent = words.busy;
  let answer;
  try {
    const response = await fetch(`${words.path}?handler=Fact`, { method: 'POST', body: body(row), redirect: 'error' });
    if (!response.ok) throw new Error(response.status);
    answer = await response.json();
  } catch {
    status.textContent = words.lost;
    understood.classList.remove('saving');
    setTimeout(run, 15000);
    return false;
  }
  understood.classList.remove('saving');
  show(row, understood, answer);
  refreshSide();
  return true;
}

function show(row, understood, answer) {
  row.querySelector('.conflict')?.remove();
  understood.classList.toggle('bad', Boolean(answer.problem));
  control(row, 'Text')?.toggleAttribute?.('aria-invalid', false);
  status.textContent = answer.problem ?? answer.at;
  if (answer.problem) understood.textContent = answer.problem;
  else if (answer.conflict) offer(row, answer.conflict);
  else if (answer.factId) {
    understood.textContent = row.querySelector('input[type=radio]') ? '' : answer.understood ?? '';
    hidden(row, 'Base', answer.factId);
    hidden(row, 'Adds', null);
    settle(row, answer.text);
    row.parentElement.querySelector('.add')?.removeAttribute('hidden');
    rekey(row, uuid7());
    if (location.pathname.toLowerCase() === words.path.toLowerCase()) history.replaceState(null, '', `${words.path}/${words.record}`);
  }
}

/** A picked mark becomes words that can be changed like any others. */
function settle(row, text) {
  if (!control(row, 'MarkKind')) return;
  control(row, 'Text').value ||= text;
  for (const select of row.querySelectorAll('.mark-picks select')) select.selectedIndex = 0;
}

/** Two people answered one thing: mine, theirs, or both. */
function offer(row, conflict) {
  const box = document.createElement('div');
  box.className = 'panel warn conflict';
  box.setAttribute('role', 'alert');
  const sentence = document.createElement('p');
  sentence.textContent = conflict.sentence;
  box.append(sentence);
  const choose = (label, act) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button secondary small';
    button.textContent = label;
    button.addEventListener('click', () => { box.remove(); act(); });
    box.append(button, ' ');
  };
  choose(words.mine, () => { hidden(row, 'Base', conflict.theirs); queue(row); });
  choose(words.theirs, () => { hidden(row, 'Base', conflict.theirs); const text = control(row, 'Text'); if (text && text.type !== 'radio') text.value = conflict.theirText; });
  choose(words.both, () => { hidden(row, 'Base', null); hidden(row, 'Adds', 'true'); queue(row); });
  row.querySelector('.understood').after(box);
}

let sideTimer;
function refreshSide() {
  clearTimeout(sideTimer);
  sideTimer = setTimeout(async () => {
    const data = new FormData();
    data.set('__RequestVerificationToken', token());
    data.set('RecordId', words.record);
    try {
      const response = await fetch(side.dataset.url, { method: 'POST', body: data, redirect: 'error' });
      if (response.ok) { side.innerHTML = await response.text(); bar(); }
    } catch { /* the line's own message says that the network is down */ }
  }, 400);
}

function bar() {
  const sheet = side.querySelector('.sheet-bar');
  if (sheet) sheet.hidden = sheet.dataset.count === '0';
}
bar();

form.addEventListener('change', event => {
  const row = rowOf(event.target);
  if (row && !event.target.name.endsWith('.Choice')) queue(row);
  // a copy: each upload empties the field
  if (event.target.type === 'file') for (const file of [...event.target.files]) upload(file, event.target);
});
addEventListener('online', run);

// Enter in a line goes on to the next one; it neither sends half a word nor the form
form.addEventListener('keydown', event => {
  if (event.key !== 'Enter' || event.target.tagName !== 'INPUT' || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  event.target.dispatchEvent(new Event('change', { bubbles: true }));
  const fields = [...form.querySelectorAll('.fact-row input:not([type=hidden]),.fact-row textarea')].filter(f => f.offsetParent);
  fields[fields.indexOf(event.target) + 1]?.focus();
});

// one more line without a reload
form.addEventListener('click', event => {
  const button = event.target.closest('button.add');
  if (!button) return;
  const fact = button.closest('.fact');
  // a line that was rendered as saved has no lists to pick from: the server adds one that has
  if (fact.dataset.kind === 'Mark' && !fact.querySelector('.fact-row .mark-picks')) return;
  event.preventDefault();
  const copy = (fact.querySelector('.fact-row:has(.mark-picks)') ?? fact.querySelector('.fact-row')).cloneNode(true);
  copy.querySelector('.conflict')?.remove();
  copy.querySelector('.error')?.remove();
  for (const field of copy.querySelectorAll('input:not([type=hidden]),textarea')) { if (field.type === 'checkbox') field.checked = false; else field.value = ''; }
  for (const select of copy.querySelectorAll('select')) select.selectedIndex = 0;
  rekey(copy, uuid7());
  const source = control(copy, 'Source');
  if (source) source.value = fact.dataset.source;
  hidden(copy, 'Base', null);
  hidden(copy, 'Adds', 'true');
  copy.querySelector('.understood').textContent = '';
  button.before(copy);
  control(copy, 'Text')?.focus();
});

// files: each its own row with progress or the reason why it was refused
const files = document.getElementById('files');
function upload(file, input, name = input.name) {
  const row = document.createElement('li');
  const said = document.createElement('span');
  row.append(`${file.name} `, said);
  document.getElementById('sending').append(row);
  const refuse = sentence => { said.textContent = sentence; row.className = 'refused'; };
  const most = Number(input.dataset.max);
  input.value = '';
  if (file.size > most) return refuse(files.dataset.tooLarge.replace('{0}', Math.round(most / 1048576)));
  const data = new FormData();
  data.set('__RequestVerificationToken', token());
  data.set('RecordId', words.record);
  data.set('WriteId', uuid7());
  data.append(name, file, file.name);
  const request = new XMLHttpRequest();
  request.open('POST', `${words.path}?handler=File`);
  request.upload.addEventListener('progress', e => { if (e.lengthComputable) said.textContent = files.dataset.sending.replace('{0}', Math.round(100 * e.loaded / e.total)); });
  request.addEventListener('error', () => refuse(files.dataset.failed));
  request.addEventListener('load', () => {
    if (request.status !== 200) return refuse(files.dataset.failed);
    const answer = JSON.parse(request.responseText);
    if (answer.problem) return refuse(answer.problem);
    said.textContent = answer.warning ?? files.dataset.done;
    if (file.type.startsWith('image/')) {
      const picture = document.createElement('img');
      picture.className = 'thumb';
      picture.alt = '';
      picture.src = URL.createObjectURL(file);
      row.prepend(picture);
    }
    if (location.pathname.toLowerCase() === words.path.toLowerCase()) history.replaceState(null, '', `${words.path}/${words.record}`);
  });
  request.send(data);
}

// recording where the browser allows it; uploading stays possible everywhere
const record = document.getElementById('record');
if (record && navigator.mediaDevices?.getUserMedia && window.MediaRecorder) {
  const box = record.parentElement;
  const clock = document.getElementById('record-time');
  const start = record.textContent;
  let recorder, ticking, since;
  box.hidden = false;
  record.addEventListener('click', async () => {
    if (recorder?.state === 'recording') { recorder.stop(); return; }
    let stream;
    try { stream = await navigator.mediaDevices.getUserMedia({ audio: true }); } catch { clock.textContent = box.dataset.denied; return; }
    recorder = new MediaRecorder(stream);
    const chunks = [];
    recorder.addEventListener('dataavailable', e => chunks.push(e.data));
    recorder.addEventListener('stop', () => {
      clearInterval(ticking);
      clock.textContent = '';
      for (const track of stream.getTracks()) track.stop();
      record.textContent = start;
      record.classList.remove('on');
      delete record.dataset.recording;
      const type = recorder.mimeType.split(';')[0];
      upload(new File(chunks, `recording.${type.split('/')[1] ?? 'webm'}`, { type }), document.getElementById('audio'));
    });
    recorder.start();
    since = Date.now();
    record.textContent = box.dataset.stop;
    record.classList.add('on');
    record.dataset.recording = '';
    ticking = setInterval(() => { const s = Math.floor((Date.now() - since) / 1000); clock.textContent = `${String(Math.floor(s / 60)).padStart(2, '0')}:${String(s % 60).padStart(2, '0')}`; }, 500);
  });
}
