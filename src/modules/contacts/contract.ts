import { z } from 'zod';
import { chartParams, command, id, read } from '#modules/record/operation.ts';
import { Amendment, NoteToSign, SignedNote, Withdrawal } from './model.ts';

const signed = z.object({ contact: id });

export const recordContact = command({
  name: 'contacts.record',
  path: '/api/charts/:chart/contacts',
  says: 'Signs a note: a contact made or attempted. Answers with the duties it met.',
  permission: 'contact.record',
  audit: { event: 'contact.signed' },
  params: chartParams,
  body: NoteToSign,
  answer: signed,
});

export const amendContact = command({
  name: 'contacts.amend',
  path: '/api/charts/:chart/contacts/:contact/amendment',
  says: 'Amends a signed note: a new note takes its place, with a reason; the old one stays readable.',
  permission: 'contact.record',
  audit: { event: 'contact.amended' },
  params: chartParams.extend({ contact: id }),
  body: Amendment,
  answer: signed,
});

export const withdrawContact = command({
  name: 'contacts.withdraw',
  path: '/api/charts/:chart/contacts/:contact/withdrawal',
  says: 'Withdraws a note entered in error from every view but the privacy officer’s, with a reason.',
  permission: 'contact.withdraw',
  audit: { event: 'contact.withdrawn' },
  params: chartParams.extend({ contact: id }),
  body: Withdrawal,
  answer: z.object({}),
});

export const listContacts = read({
  name: 'contacts.list',
  path: '/api/charts/:chart/contacts',
  says: 'Signed notes of a chart, newest first.',
  permission: 'chart.read',
  audit: { event: 'contact.read' },
  params: chartParams,
  query: z.object({ before: z.iso.date().optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
  answer: z.object({ contacts: z.array(SignedNote) }),
});

export const listWithdrawnContacts = read({
  name: 'contacts.withdrawn',
  path: '/api/charts/:chart/contacts/withdrawn',
  says: 'Notes withdrawn from a chart, with why and by whom; the privacy officer’s view.',
  permission: 'contact.withdrawn.read',
  audit: { event: 'contact.withdrawn-read' },
  params: chartParams,
  answer: z.object({
    contacts: z.array(SignedNote.extend({ withdrawnAt: z.string(), withdrawnReason: z.string() })),
  }),
});
