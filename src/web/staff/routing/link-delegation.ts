import type { AnyRouter } from '@tanstack/react-router';

/** The link a plain click is on, if the application itself shows where it leads. */
function ownLink(event: MouseEvent): HTMLAnchorElement | null {
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!plain || event.defaultPrevented || !(link instanceof HTMLAnchorElement)) return null;
  const elsewhere = link.target !== '' || link.hasAttribute('download') || link.origin !== location.origin;
  const here = link.pathname === location.pathname && link.search === location.search && link.hash !== '';
  return elsewhere || here ? null : link;
}

/**
 * Ordinary links, everywhere, go through the router: the parts of the screen need not know it, and opening in a new
 * window, copying and reading out work as the browser does them. Links to no page of ours are left to the browser.
 */
export function delegateLinks(router: AnyRouter): () => void {
  const known = (link: HTMLAnchorElement) => {
    const [, , page] = router.getMatchedRoutes(link.pathname);
    return page !== undefined;
  };
  const click = (event: MouseEvent) => {
    const link = ownLink(event);
    if (!link || !known(link)) return;
    event.preventDefault();
    router.history.push(link.pathname + link.search + link.hash);
  };
  document.addEventListener('click', click);
  return () => document.removeEventListener('click', click);
}
