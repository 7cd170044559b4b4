import type { Capacity } from '#modules/access/model.ts';

/** To whom the weekly digest comes unless they say otherwise: those who carry a caseload, and those who lead them. */
export const USUALLY: readonly Capacity[] = ['care-manager', 'supervisor', 'targeted-case-manager', 'tcm-supervisor'];
