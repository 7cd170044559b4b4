/** What a colour says: pine owed in time, brick late or danger, marigold near or a target, sky meetings, moss met, plum stays. */
export type Tone = 'pine' | 'brick' | 'marigold' | 'sky' | 'moss' | 'plum' | 'stone';
