import { type ComponentType, type ReactNode, useCallback, useEffect, useState } from 'react';
import { CodeOnce } from './code-once.ts';

/** Whoever answers here has other code than this window began with when a file of it is missing. */
const REACHED = '/healthz';

export interface LaterOptions<P> {
  /** While the code is on its way. */
  readonly waiting: (props: P) => ReactNode;
  /** When it could not be fetched. */
  readonly failed: (props: P, onRetry: () => void) => ReactNode;
}

export interface Later<P> {
  (props: P): ReactNode;
  /** Fetches the code before somebody asks; never rejects. */
  readonly preload: () => Promise<void>;
}

const reached = (): Promise<boolean> =>
  fetch(REACHED, { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );

/**
 * The code, once it is here. After a failure it is fetched again when the connection is back or somebody asks; if it is not
 * to be had although the server answers, the program was replaced, and the window begins anew with the one that is there.
 */
function useCode<C>(source: CodeOnce<C>) {
  const [code, setCode] = useState<{ readonly is: C } | null>(source.code === null ? null : { is: source.code });
  const [failed, setFailed] = useState(false);
  const ask = useCallback(
    () =>
      source.fetch().then(
        (is) => setCode({ is }),
        () => setFailed(true),
      ),
    [source],
  );
  useEffect(() => {
    if (source.code === null) void ask();
  }, [source, ask]);
  useEffect(() => {
    if (!failed || code !== null) return undefined;
    const again = () => void ask();
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [failed, code, ask]);
  const retry = useCallback(async () => {
    await ask();
    if (source.code === null && (await reached())) location.reload();
  }, [source, ask]);
  return { code: code?.is ?? null, failed, retry };
}

interface FetchedProps<P extends object> extends LaterOptions<P> {
  readonly source: CodeOnce<ComponentType<P>>;
  readonly given: P;
}

function Fetched<P extends object>({ source, given, waiting, failed }: FetchedProps<P>): ReactNode {
  const { code: Code, failed: without, retry } = useCode(source);
  if (Code) return <Code {...given} />;
  return without ? failed(given, () => void retry()) : waiting(given);
}

/**
 * A component whose code is fetched when it is first wanted. Unlike `lazy` of React it takes nothing with it when there is no
 * connection: it says so in its own place, and comes when there is one.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>, options: LaterOptions<P>): Later<P> {
  const source = new CodeOnce(load);
  return Object.assign((props: P) => <Fetched source={source} given={props} {...options} />, {
    preload: () =>
      source.fetch().then(
        () => undefined,
        () => undefined,
      ),
  });
}
