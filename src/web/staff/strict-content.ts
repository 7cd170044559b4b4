import { config } from 'zod';

// The content policy forbids code made from text, so the readers must not try: a browser reports each attempt.
config({ jitless: true });
