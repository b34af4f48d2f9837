// Runs in the page before its own scripts: records when the list's rows are first drawn, and when different rows appear
// after a click.
const idsOf = () =>
  [...document.querySelectorAll('[data-row-id]')].map((row) => row.getAttribute('data-row-id')).join();

let onFirst;
let onChanged = () => undefined;
let before = '';
window.relanceBench = {
  /** Milliseconds from the start of the navigation until rows were drawn. */
  drawn: new Promise((resolve) => (onFirst = resolve)),
  /** Milliseconds from the last click until different rows were drawn. */
  changed: null,
};

// Measured after the frame in which the rows appeared.
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
