import { IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { keyed } from '#design-system/lists/keyed.ts';
import { Chip } from '#design-system/page/chip.tsx';
import type { Tone } from '#design-system/tone.ts';
import { type Status, StatusMark } from './status-mark.tsx';
import styles from './why-panel.module.css';

/** One line of "what meets it" or of "before and after". */
export interface MarkedLine {
  readonly status: Status;
  readonly text: string;
  /** Day, hour, by whom. */
  readonly note?: string | undefined;
}

/** What somebody decided about it, in their own words. */
export interface DecidedLine {
  readonly what: string;
  /** Who, and when. */
  readonly by: string;
  readonly words: string | null;
}

export interface WhyPanelProps {
  readonly clause: { readonly label: string; readonly tone: Tone; readonly href: string };
  readonly title: string;
  /** For whom and by when: "Luz V. · due today by 14:20". */
  readonly subtitle: string;
  /** Anchor and arithmetic, one sentence a line. */
  readonly why: readonly string[];
  /** The numbers and readings it was worked out with; folded up until somebody asks. */
  readonly workedOut?: readonly string[];
  readonly source: string;
  /** A rule binds; a target is what the agency aims at. */
  readonly strength: 'rule' | 'target';
  readonly meets: readonly MarkedLine[];
  readonly beforeAndAfter: readonly MarkedLine[];
  readonly decided?: readonly DecidedLine[];
  readonly actions?: ReactNode;
  readonly onClose: () => void;
}

const STRENGTH = { rule: 'a rule', target: 'a target, not a rule' } as const;

function Lines({ heading, lines }: { readonly heading: string; readonly lines: readonly MarkedLine[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3 className={styles.heading}>{heading}</h3>
      <ul className={styles.lines}>
        {keyed(lines, ({ text }) => text).map(({ key, item: line }) => (
          <li key={key} className={styles.line}>
            <StatusMark status={line.status} shapeOnly />
            <span>
              {line.text}
              {line.note ? <span className={styles.note}> {line.note}</span> : null}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Decided({ decided }: { readonly decided: readonly DecidedLine[] }) {
  if (decided.length === 0) return null;
  return (
    <>
      <h3 className={styles.heading}>What was decided</h3>
      <ol className={styles.lines}>
        {keyed(decided, ({ what, by }) => `${what} ${by}`).map(({ key, item: { what, by, words } }) => (
          <li key={key} className={styles.decided}>
            {what} <span className={styles.note}>{by}</span>
            {words ? <q className={styles.words}>{words}</q> : null}
          </li>
        ))}
      </ol>
    </>
  );
}

/** Escape puts the panel away wherever the focus is, unless a dialog or field has its own use for the key. */
function useEscape(onClose: () => void) {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const busy = document.querySelector('[aria-modal="true"], dialog[open]') !== null;
      if (event.key === 'Escape' && !event.defaultPrevented && !busy) onClose();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [onClose]);
}

/**
 * Why something is owed: the clause, the arithmetic, what would meet it, and what comes before and after. Give it the
 * duty as its key: another duty is another panel, read from its start.
 */
export function WhyPanel(props: WhyPanelProps) {
  const {
    clause,
    title,
    subtitle,
    why,
    workedOut = [],
    source,
    strength,
    meets,
    beforeAndAfter,
    decided = [],
    actions,
    onClose,
  } = props;
  const heading = useId();
  const panel = useRef<HTMLElement>(null);
  useEscape(onClose);
  useEffect(() => panel.current?.focus({ preventScroll: true }), []);
  return (
    <aside className={styles.panel} aria-labelledby={heading} ref={panel} tabIndex={-1}>
      <div className={styles.top}>
        <Chip tone={clause.tone}>{clause.label}</Chip>
        <button type="button" className={styles.close} aria-label="Close" onClick={onClose}>
          <IconX size={18} aria-hidden />
        </button>
      </div>
      <h2 className={styles.title} id={heading}>
        {title}
      </h2>
      <p className={styles.subtitle}>{subtitle}</p>
      <section className={styles.why}>
        <h3>Why this is due</h3>
        {why.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {workedOut.length > 0 ? (
          <details className={styles.workedOut}>
            <summary>How it was worked out</summary>
            {workedOut.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </details>
        ) : null}
        <p className={styles.source}>
          Source: {source} · {STRENGTH[strength]} · <a href={clause.href}>read the clause</a>
        </p>
      </section>
      <Lines heading="What meets it" lines={meets} />
      <Lines heading="Before and after" lines={beforeAndAfter} />
      <Decided decided={decided} />
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </aside>
  );
}
