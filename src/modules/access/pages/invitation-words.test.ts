import { expect, it } from 'vitest';
import { ApiError, type ApiFailure } from '#web/staff/data/api-error.ts';
import { INVITATION, refusedWords } from './invitation-words.ts';

const refused = (code: string, kind: ApiFailure = 'refused') =>
  new ApiError(
    kind,
    kind === 'offline' ? null : { type: '', title: '', status: 422, code, problems: [{ field: 'password', code }] },
  );

it('whoever is invited in Spanish reads Spanish', () => {
  expect(INVITATION.es.title('Ana')).toBe('Le damos la bienvenida, Ana');
  expect(refusedWords('es')(refused('too-common'))).toMatch(/^Es una de las primeras/);
  expect(refusedWords('es')(refused('', 'offline'))).toMatch(/^No hay conexión/);
  expect(refusedWords('es')(refused('something-new'))).toMatch(/^No funcionó/);
});

it('in English as on every page', () => {
  expect(refusedWords('en')(refused('too-common'))).toMatch(/^That password is one of the first/);
});
