// Runs in the page before its own scripts: notes when the list's rows are first drawn, and when other rows are after a click.
const idsOf = () =>
  [...document.querySelectorAll('[data-row-id]')].map((row) => row.getAttribute('data-row-id')).join();

let onFirst;
let onChanged = () => undefined;
let before = '';
window.relanceBench = {
  /** Milliseconds from the start of the navigation until rows were drawn. */
  drawn: new Promise((resolve) => (onFirst = resolve)),
  /** Milliseconds from the last click until rows were other ones than before it. */
  changed: null,
};

// After the frame in which they came.
const observer = new MutationObserver(() =>
  requestAnimationFrame(() =>
    setTimeout(() => {
      const ids = idsOf();
      if (ids === '') return;
      onFirst(performance.now());
      if (ids !== before) onChanged();
    }),
  ),
);
observer.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-row-id'] });

document.addEventListener(
  'click',
  () => {
    const clickedMs = performance.now();
    before = idsOf();
    window.relanceBench.changed = new Promise((resolve) => {
      onChanged = () => resolve(performance.now() - clickedMs);
    });
  },
  true,
);
