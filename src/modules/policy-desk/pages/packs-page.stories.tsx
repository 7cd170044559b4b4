import { pageStory } from '#web/gallery/page-story.tsx';
import recorded from './packs-page.story.json';

export const story = pageStory('Page: Policy', recorded);
