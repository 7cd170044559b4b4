import { pageStory } from '#web/gallery/page-story.tsx';
import recorded from './redactions-page.story.json';

export const story = pageStory('Page: Redactions', recorded);
