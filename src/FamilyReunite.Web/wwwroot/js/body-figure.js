// Pointing at the figure chooses place and side in the newest line of marks; the lists beside it do the same by keyboard.
for (const figure of document.querySelectorAll('.figure')) {
  figure.hidden = false;
  figure.addEventListener('click', event => {
    const zone = event.target.closest('.zone');
    if (!zone) return;
    const picks = [...figure.closest('.fact').querySelectorAll('.mark-picks')].at(-1);
    if (!picks) return;
    picks.querySelector('[name$=".MarkPart"]').value = zone.dataset.part;
    picks.querySelector('[name$=".MarkSide"]').value = zone.dataset.side;
    for (const other of figure.querySelectorAll('.zone')) other.classList.toggle('on', other === zone);
    const kind = picks.querySelector('[name$=".MarkKind"]');
    if (kind.value) kind.dispatchEvent(new Event('change', { bubbles: true }));
    else kind.focus();
  });
}
