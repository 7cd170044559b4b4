const PATIENCE = 5_000;

/** Puts the focus on the page's heading once it is there, so that a screen reader says where one has arrived. */
export function focusHeading(): void {
  const focus = () => {
    const heading = document.querySelector<HTMLElement>('#main h1');
    heading?.focus({ preventScroll: true });
    return heading !== null;
  };
  if (focus()) return;
  const watch = new MutationObserver(() => {
    if (focus()) watch.disconnect();
  });
  watch.observe(document.body, { childList: true, subtree: true });
  // Somebody who has moved on meanwhile is not pulled back.
  window.setTimeout(() => watch.disconnect(), PATIENCE);
}
