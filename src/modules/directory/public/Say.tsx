import { Fragment } from 'react';
import { HELP_LINES, type HelpLine } from '../help-lines.ts';

const isHelpLine = (name: string): name is keyof typeof HELP_LINES => Object.hasOwn(HELP_LINES, name);

/** A number that a telephone dials when touched; screen readers and copying get it as written. */
export function Telephone({ line }: { readonly line: HelpLine }) {
  return (
    <a className="telephone" href={`tel:${line.dial}`}>
      {line.shown}
    </a>
  );
}

/** A sentence in which `{performCare}` and its like stand for a number to call. */
export function Say({ text }: { readonly text: string }) {
  const parts = text.split(/\{(\w+)\}/).map((part, at) => ({ part, key: `${at}:${part}` }));
  return parts.map(({ part, key }) => (
    <Fragment key={key}>{isHelpLine(part) ? <Telephone line={HELP_LINES[part]} /> : part}</Fragment>
  ));
}
