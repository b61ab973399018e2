// Covers the screen of a shared machine when nobody has touched it for a while. Phones lock themselves; a recording or a clip that plays is somebody at work.
const cover = document.getElementById('idle');
const own = matchMedia('(pointer:coarse)').matches && !matchMedia('(any-pointer:fine)').matches;
if (cover && !own) {
  const limit = Number(cover.dataset.seconds) * 1000;
  let touched = Date.now();
  const busy = () => document.querySelector('[data-recording]') !== null || [...document.querySelectorAll('audio,video')].some(clip => !clip.paused);
  const look = () => {
    if (busy()) touched = Date.now();
    else if (Date.now() - touched >= limit && !cover.open) cover.showModal();
  };
  for (const sign of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'scroll', 'input'])
    addEventListener(sign, () => { touched = Date.now(); }, { passive: true, capture: true });
  // a page that comes back from the background is looked at before anybody sees it
  document.addEventListener('visibilitychange', look);
  cover.addEventListener('close', () => { touched = Date.now(); });
  setInterval(look, Math.min(limit / 4, 5000));
}
