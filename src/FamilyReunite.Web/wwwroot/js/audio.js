// Slow playing and repeating of a clip or a part of it: a name is heard again and again until it is understood.
for (const tools of document.querySelectorAll('.audio-tools')) {
  const clip = tools.parentElement.querySelector('audio');
  const state = tools.querySelector('[data-state]');
  const button = name => tools.querySelector(`[data-do="${name}"]`);
  let from = 0;
  let to = Infinity;
  const part = () => from > 0 || to < Infinity;
  const clock = at => `${Math.floor(at / 60)}:${(at % 60).toFixed(1).padStart(4, '0')}`;
  const show = () => {
    button('loop').setAttribute('aria-pressed', String(clip.loop));
    button('slow').setAttribute('aria-pressed', String(clip.playbackRate < 1));
    const end = Number.isFinite(to) ? to : clip.duration;
    state.textContent = part() ? tools.dataset.part.replace('{0}', clock(from)).replace('{1}', Number.isFinite(end) ? clock(end) : '…') : '';
  };
  const back = () => { clip.currentTime = from; };
  button('slow').addEventListener('click', () => { clip.playbackRate = clip.playbackRate < 1 ? 1 : 0.75; show(); });
  button('loop').addEventListener('click', () => {
    clip.loop = !clip.loop;
    if (!clip.loop) { from = 0; to = Infinity; }
    show();
  });
  button('from').addEventListener('click', () => { from = clip.currentTime; if (to <= from) to = Infinity; clip.loop = true; show(); });
  button('to').addEventListener('click', () => { if (clip.currentTime <= from) from = 0; to = clip.currentTime; clip.loop = true; back(); show(); });
  clip.addEventListener('timeupdate', () => { if (clip.loop && (clip.currentTime >= to || clip.currentTime < from - .3)) back(); });
  clip.addEventListener('loadedmetadata', show);
  tools.hidden = false;
}
