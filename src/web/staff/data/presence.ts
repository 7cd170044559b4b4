/** After so long without a key, a pointer or a scroll, what the page asks is its own doing. */
const PRESENT_MS = 60_000;

let lastSign = performance.now();
for (const sign of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const) {
  window.addEventListener(sign, () => (lastSign = performance.now()), { passive: true, capture: true });
}

/** Whether requests made now are the page's own, so that the server does not take them for use. */
export const nobodyHere = (): boolean => performance.now() - lastSign > PRESENT_MS;
