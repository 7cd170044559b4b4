import { createContext, useContext } from 'react';
import type { FormValues } from './form-values.ts';
import type { Wrong } from './to-draft.ts';

/** What the fields of the form share. */
export interface FormState {
  readonly values: FormValues;
  readonly wrong: Wrong;
  readonly set: (change: Partial<FormValues>) => void;
}

export const FormContext = createContext<FormState | null>(null);

/** The form a field stands in. Throws outside of one: that is a defect of the page. */
export function useForm(): FormState {
  const form = useContext(FormContext);
  if (form === null) throw new Error('a field outside of its form');
  return form;
}

/** The id of a field on the page: where its line in the summary leads. */
export const fieldId = (name: string): string => `referral-${name}`;
