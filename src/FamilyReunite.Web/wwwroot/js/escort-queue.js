// What was recorded on the way and has not reached the server: kept on this device per account and trip, sent in order.
import { uuid7 } from './ids.js';

const read = key => { try { return JSON.parse(localStorage.getItem(key)) ?? []; } catch { return []; } };

export class RoadQueue {
  /** @param onChange called after every change with (items, state); state: 'idle' | 'offline' | 'sign-in' */
  constructor(account, trip, unreadable, onChange) {
    this.key = `escort-queue:${account}:${trip}`;
    this.url = `/api/escort/${trip}/events`;
    this.unreadable = unreadable;
    this.onChange = onChange;
    this.sending = null;
  }

  get items() { return read(this.key); }

  #save(items, state = 'idle') {
    if (items.length) localStorage.setItem(this.key, JSON.stringify(items));
    else localStorage.removeItem(this.key);
    this.onChange(items, state);
  }

  /** Keeps a report; the id made here is what lets the server count it once. Throws when the device cannot keep it. */
  add(report) {
    this.#save([...this.items, { report: { id: uuid7(), at: new Date().toISOString(), ...report } }]);
  }

  remove(id) { this.#save(this.items.filter(i => i.report.id !== id)); }

  /** Sends what waits, oldest first. Resolves to the number accepted; what the server refuses stays, with its reason. */
  flush() { return this.sending ??= this.#locked().finally(() => { this.sending = null; }); }

  // two tabs of one trip must not send across each other
  #locked() { return navigator.locks ? navigator.locks.request(this.key, () => this.#send()) : this.#send(); }

  async #send() {
    let accepted = 0;
    for (let item; (item = this.items.find(i => !i.refused));) {
      let answer;
      try {
        answer = await fetch(this.url, { method: 'POST', headers: { 'Content-Type': 'application/json', Accept: 'application/json' }, body: JSON.stringify(item.report), credentials: 'same-origin', redirect: 'manual' });
      } catch {
        this.#save(this.items, 'offline');
        return accepted;
      }
      if (answer.status === 401 || answer.type === 'opaqueredirect') { this.#save(this.items, 'sign-in'); return accepted; }
      if (answer.status >= 500 || answer.status === 429) { this.#save(this.items, 'offline'); return accepted; }
      if (answer.ok) { accepted++; this.remove(item.report.id); continue; }
      const problem = await answer.json().catch(() => ({}));
      this.#save(this.items.map(i => i.report.id === item.report.id ? { ...i, refused: problem.detail ?? this.unreadable } : i));
    }
    this.onChange(this.items, 'idle');
    return accepted;
  }
}
