// Keeps what is typed in a form until it is sent: a page closed half-way opens half-filled.
// The store decides how long: sessionStorage for a shared desk, localStorage for the phone on the way.
export function draft(form, key, store) {
  const fields = () => [...form.elements].filter(f => f.name && f.type !== 'submit' && !['WriteId', 'Version', '__RequestVerificationToken'].includes(f.name));
  const value = f => f.type === 'checkbox' || f.type === 'radio' ? f.checked : f.value;
  const save = () => {
    try { store.setItem(key, JSON.stringify(Object.fromEntries(fields().map(f => [f.name, value(f)])))); } catch { /* a full store must not stop the typing */ }
  };
  const restore = () => {
    let kept;
    try { kept = JSON.parse(store.getItem(key)); } catch { return; }
    if (!kept) return;
    for (const f of fields()) {
      if (!(f.name in kept)) continue;
      if (typeof kept[f.name] === 'boolean') f.checked = kept[f.name];
      else f.value = kept[f.name];
      f.dispatchEvent(new Event('restored'));
    }
  };
  form.addEventListener('input', save);
  form.addEventListener('change', save);
  return { restore, forget: () => store.removeItem(key) };
}
