import { Say } from './Say.tsx';
import type { View } from './view.ts';

/**
 * How a family starts. "Often within a day" is the CMOs' own aim as two of them state it, not a rule, and is worded so.
 */
export function Steps({ view: { words }, organization }: { readonly view: View; readonly organization: string }) {
  return (
    <ol className="steps">
      {words.steps(organization).map((step) => (
        <li key={step}>
          <span>
            <Say text={step} />
          </span>
        </li>
      ))}
    </ol>
  );
}
