import { useState } from 'react';
import { newId } from '#web/staff/data/new-id.ts';

/** The id of the next write of a form: the same on every try. */
export const useWriteId = (): string => useState(newId)[0];
