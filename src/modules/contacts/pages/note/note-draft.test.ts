import { describe, expect, it } from 'vitest';
import type { Overview } from '#modules/chart/contract.ts';
import { NoteToSign, type SignedNote } from '../../model.ts';
import { checkNote } from './check-note.ts';
import { comparedNotes } from './compared.ts';
import { draftOf, freshNote, noteToSign, ofItsOwn, readNoteDraft } from './note-draft.ts';

const chart = '0192a4b0-0000-7000-8000-000000000001';
const id = '0192a4b0-0000-7000-8000-000000000002';
const header = { id: chart, youth: { interpreter: true } } as Overview['header'];
const fresh = () => freshNote({ header, now: '2026-11-22T02:55:00Z' }, id, null);

describe('a note begun', () => {
  it('is a contact made now, in New Jersey’s time, with the interpreter the youth needs', () => {
    expect(fresh()).toMatchObject({ made: true, day: '2026-11-21', start: '21:55', interpreter: 'used' });
  });

  it.each([
    [false, 'none-needed'],
    [null, null],
  ])('claims no interpreter where nobody asked: %s', (interpreter, expected) => {
    const asked = { id: chart, youth: { interpreter } } as Overview['header'];
    expect(freshNote({ header: asked, now: '2026-11-22T02:55:00Z' }, id, null).interpreter).toBe(expected);
  });

  it('is what the contract takes, as it stands', () => {
    const sent = NoteToSign.parse(noteToSign(fresh(), chart));
    expect(sent).toMatchObject({ id, on: '2026-11-21', startedAt: '2026-11-22T02:55:00.000Z' });
  });

  it('comes back from its draft', () => expect(readNoteDraft(JSON.parse(JSON.stringify(fresh())))).toEqual(fresh()));
});

describe('how long it took', () => {
  const filled = { ...fresh(), minutesFace: 40, minutesCall: 12, minutesTravel: 15 };
  it.each([
    ['telephone', { minutesCall: 12 }],
    ['video', { minutesCall: 12 }],
    ['in-person', { minutesFace: 40, minutesTravel: 15 }],
    ['letter', {}],
  ] as const)('%s: %o', (how, expected) => {
    const sent = Object.entries(noteToSign({ ...filled, how }, chart)).filter(([name]) => name.startsWith('minutes'));
    expect(Object.fromEntries(sent)).toEqual(expected);
  });

  it('a draft begun before calls were asked opens, and a video’s minutes are those of the call', () => {
    const { minutesCall: _, ...before } = { ...fresh(), minutesFace: 25 };
    expect(readNoteDraft(before)?.minutesCall).toBeNull();
    expect(readNoteDraft({ ...before, how: 'video' })?.minutesCall).toBe(25);
    expect(readNoteDraft({ ...before, how: 'video', minutesCall: null })?.minutesCall).toBeNull();
  });

  it('a note of a video signed before keeps its minutes when it is amended', () => {
    const signed = {
      how: 'video',
      on: '2026-11-21',
      startedAt: null,
      minutesFace: 25,
      minutesCall: null,
    } as SignedNote;
    const amended = draftOf({ ...signed, made: true, withWhom: ['youth'], topics: [] }, chart, id);
    expect(noteToSign(amended, chart)).toMatchObject({ minutesCall: 25 });
  });
});

describe('an attempt', () => {
  const tried = { ...fresh(), made: false, place: 'home', minutesFace: 30, minutesTravel: 45, minutesCall: 5 } as const;

  it('to visit says where, and how far it was, and no minutes with anybody', () => {
    const sent = noteToSign({ ...tried, how: 'in-person' }, chart);
    expect(sent).toMatchObject({ place: 'home', minutesTravel: 45 });
    expect(sent).not.toHaveProperty('minutesFace');
  });

  it('to call has no place, no travel and no minutes', () => {
    const sent = noteToSign({ ...tried, how: 'telephone' }, chart);
    for (const name of ['place', 'minutesTravel', 'minutesFace', 'minutesCall']) expect(sent).not.toHaveProperty(name);
  });
});

describe('before it is signed', () => {
  it.each([
    ['nobody was there', { withWhom: [] }, 'withWhom'],
    ['the day is to come', { day: '2026-11-22' }, 'on'],
    ['there is no day', { day: '' }, 'on'],
    ['more minutes than a day has', { minutesFace: 2000 }, 'minutesFace'],
    ['a call longer than a day', { minutesCall: 1500 }, 'minutesCall'],
    ['a visit in person, and not a word about it', { how: 'in-person', words: ' ' }, 'words'],
  ] as const)('%s', (_, different, field) =>
    expect(
      Object.keys(
        checkNote(
          {
            ...fresh(),
            ...different,
            withWhom: [...(('withWhom' in different ? different.withWhom : ['youth']) as 'youth'[])],
          },
          '2026-11-21',
          false,
        ),
      ),
    ).toEqual([field]),
  );

  it.each([
    ['an attempt at a visit', { made: false, how: 'in-person' }],
    ['a call', { how: 'telephone' }],
    ['a visit said in a word', { how: 'in-person', words: 'Talked.' }],
  ] as const)('%s may be signed as it is', (_, different) =>
    expect(checkNote({ ...fresh(), ...different }, '2026-11-21', false)).toEqual({}),
  );

  it('an amendment has a reason', () => expect(checkNote(fresh(), '2026-11-21', true)).toHaveProperty('reason'));
});

it('signed as a note of its own, it keeps every word and takes new ids in the same charts', () => {
  const apart = ofItsOwn(fresh());
  expect({ ...apart, ids: {} }).toEqual({ ...fresh(), ids: {} });
  expect(Object.keys(apart.ids)).toEqual([chart]);
  expect(apart.ids[chart]).not.toBe(id);
});

describe('two versions of a note side by side', () => {
  const labels = (theirs: Parameters<typeof comparedNotes>[1]) =>
    comparedNotes(fresh(), theirs).map(({ label }) => label);

  it('are the words, and whatever else differs', () => {
    expect(labels(fresh())).toEqual(['Note']);
    expect(labels({ ...fresh(), minutesFace: 40, how: 'in-person' })).toEqual(['Note', 'How', 'Minutes face to face']);
    expect(labels({ ...fresh(), minutesCall: 12 })).toEqual(['Note', 'Minutes of the call']);
  });

  it('are said as the form says them', () => {
    const [, how] = comparedNotes(fresh(), { ...fresh(), how: 'in-person' });
    expect(how).toMatchObject({ left: 'Telephone', right: 'In person', match: 'differs' });
  });
});
