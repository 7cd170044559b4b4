import { z } from 'zod';
import { chartParams, command, id } from '#modules/record/operation.ts';
import { base, Ending, OrderFields, RelativeFields, reason, YouthFields } from '../model.ts';
import { added, nothing, permission, revised, rowParams } from './declare.ts';

export const changeYouth = command({
  name: 'youth.change',
  path: '/api/charts/:chart/youth',
  says: 'Changes what is known of the youth. A change made from an older revision answers 409 with both versions.',
  permission,
  audit: { event: 'youth.changed' },
  params: chartParams,
  body: YouthFields.extend({ id, base }),
  answer: revised,
});

export const addRelative = command({
  name: 'youth.add-relative',
  path: '/api/charts/:chart/relatives',
  says: 'Adds a relative or caregiver, with what their say rests on.',
  permission,
  audit: { event: 'relative.added' },
  params: chartParams,
  body: RelativeFields.extend({ id }),
  answer: added,
});

export const changeRelative = command({
  name: 'youth.change-relative',
  path: '/api/charts/:chart/relatives/:row',
  says: 'Changes a relative; a stale change answers 409 with both versions.',
  permission,
  audit: { event: 'relative.changed' },
  params: rowParams,
  body: RelativeFields.extend({ id, base }),
  answer: revised,
});

export const endRelative = command({
  name: 'youth.end-relative',
  path: '/api/charts/:chart/relatives/:row/end',
  says: 'Says that somebody has no part in this youth’s life any more; their open ways to be reached end too.',
  permission,
  audit: { event: 'relative.ended' },
  params: rowParams,
  body: Ending,
  answer: nothing,
});

export const addOrder = command({
  name: 'youth.add-order',
  path: '/api/charts/:chart/orders',
  says: 'Records a court order about a relative. A no-contact order raises an alert.',
  permission,
  audit: { event: 'order.recorded' },
  params: chartParams,
  body: OrderFields.extend({ id }),
  answer: added,
});

export const endOrder = command({
  name: 'youth.end-order',
  path: '/api/charts/:chart/orders/:row/end',
  says: 'Ends a court order, and the alert it raised.',
  permission,
  audit: { event: 'order.ended' },
  params: rowParams,
  body: Ending,
  answer: nothing,
});

/** A sibling is linked from both charts: one command each, since a command holds one chart. */
export const linkSibling = command({
  name: 'youth.link-sibling',
  path: '/api/charts/:chart/siblings',
  says: 'Links the chart of a sister or brother to this one.',
  permission,
  audit: { event: 'sibling.linked' },
  params: chartParams,
  body: z.strictObject({ id, other: id }),
  answer: nothing,
});

export const unlinkSibling = command({
  name: 'youth.unlink-sibling',
  path: '/api/charts/:chart/siblings/unlink',
  says: 'Undoes a sibling link, with a reason.',
  permission,
  audit: { event: 'sibling.unlinked' },
  params: chartParams,
  body: z.strictObject({ id, other: id, reason }),
  answer: nothing,
});
