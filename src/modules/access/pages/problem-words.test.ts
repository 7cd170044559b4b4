import { expect, it } from 'vitest';
import { ApiError, type ApiFailure } from '#web/staff/data/api-error.ts';
import { DOORSTEP } from './doorstep-words/doorstep-words.ts';
import { problemWords, wordsOfCode } from './problem-words.ts';

const refused = (code: string, kind: ApiFailure = 'refused') =>
  new ApiError(
    kind,
    kind === 'offline' ? null : { type: '', title: '', status: 422, code, problems: [{ field: 'password', code }] },
  );

it('whoever reads Spanish is told in Spanish what stands in the way', () => {
  expect(DOORSTEP.es.invitation.title('Ana')).toBe('Le damos la bienvenida, Ana');
  expect(problemWords(refused('too-common'), 'es')).toMatch(/^Es una de las primeras/);
  expect(problemWords(refused('', 'offline'), 'es')).toMatch(/^No hay conexión/);
  expect(problemWords(refused('something-new'), 'es')).toMatch(/^No funcionó/);
  expect(problemWords(new Error('closed'), 'es')).toMatch(/^No se usó la llave/);
  expect(wordsOfCode('not-invited', 'es')).toMatch(/^Esta organización/);
});

it('in English as on every page', () => {
  expect(problemWords(refused('too-common'))).toMatch(/^That password is one of the first/);
  expect(wordsOfCode('something-new', 'en')).toMatch(/^That did not work/);
});

it('no sentence of one language is left standing in the other', () => {
  const texts = (value: unknown): string[] => {
    if (typeof value === 'function') return [String(value('FACT'))];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [String(value)];
  };
  const inEnglish = new Set(texts(DOORSTEP.en));
  expect(inEnglish.size).toBeGreaterThan(60);
  expect(texts(DOORSTEP.es).filter((text) => inEnglish.has(text))).toEqual([]);
});
