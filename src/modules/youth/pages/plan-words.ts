import { HEALTH_PLANS } from '#modules/referral/codes.ts';
import { say } from '../words.ts';

/** A health plan by its code, or in the words it was written in. */
export const planWords = (code: string): string => say(HEALTH_PLANS, code);
