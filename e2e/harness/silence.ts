import type { BrowserContext } from 'playwright-core';

export interface Silence {
  /** A step that is meant to be refused says so beforehand: what matches is no longer a complaint. */
  readonly mayHear: (pattern: RegExp) => void;
  /** Complaints nobody expected. */
  readonly broken: () => readonly string[];
}

const REPORTS_WHAT_THE_POLICY_STOPPED = `document.addEventListener('securitypolicyviolation', (event) =>
  console.error('content policy: ' + event.violatedDirective + ' ' + event.blockedURI))`;

/** Listens to every page of a context: errors in the console, errors in scripts, answers of 400 and above, requests that fail. */
export function silenceOf(context: BrowserContext): Silence {
  const heard: string[] = [];
  const allowed: RegExp[] = [];
  context.on('console', (message) => {
    if (message.type() !== 'error') return;
    // The browser repeats each failed answer in the console, without its address; the answer itself is heard below.
    if (message.text().startsWith('Failed to load resource')) return;
    heard.push(`console: ${message.text()}`);
  });
  // Some browsers tell the console of what the content policy stopped, others only the page.
  void context.addInitScript(REPORTS_WHAT_THE_POLICY_STOPPED);
  context.on('weberror', (error) => heard.push(`script: ${error.error().message}`));
  context.on('response', (response) => {
    if (response.status() >= 400)
      heard.push(`${response.status()} ${response.request().method()} ${pathOf(response.url())}`);
  });
  context.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? 'unknown';
    // A page that is left takes its own questions with it.
    if (why === 'net::ERR_ABORTED') return;
    heard.push(`${why} ${request.method()} ${pathOf(request.url())}`);
  });
  return {
    mayHear: (pattern) => allowed.push(pattern),
    broken: () => heard.filter((words) => !allowed.some((pattern) => pattern.test(words))),
  };
}

const pathOf = (url: string): string => new URL(url).pathname;

/** Throws naming every complaint: where a run is told in one line, that line says what the pages complained about. */
export function refuseComplaints(heard: readonly string[]): void {
  if (heard.length > 0) throw new Error(`The pages complained about: ${heard.join('; ')}`);
}
