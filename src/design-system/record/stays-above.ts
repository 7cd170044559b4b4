/** Names how high what stays at the top of a page is; what stays beside the page begins below it (`tokens.css`). */
const HEIGHT = '--kf-stays-above';

/** As a `ref` of what stays at the top: keeps its height known while it is there, however its lines wrap. */
export function staysAbove(element: HTMLElement | null): (() => void) | undefined {
  if (element === null) return undefined;
  const { style } = document.documentElement;
  const watch = new ResizeObserver(() => style.setProperty(HEIGHT, `${element.offsetHeight}px`));
  watch.observe(element);
  return () => {
    watch.disconnect();
    style.removeProperty(HEIGHT);
  };
}
