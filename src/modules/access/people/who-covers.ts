import type { Capacity } from '../model.ts';
import { permissionsOf } from '../permissions.ts';

/**
 * Whether somebody in this capacity can be covered, or cover: whose work is with youths and who writes their notes.
 * A cover is counted as the one who answers for the charts, so a seat that may not open them would be a hidden gap.
 */
export const coversCharts = (capacity: Capacity): boolean => permissionsOf(capacity).includes('contact.record');
