import { pageStory } from '#web/gallery/page-story.tsx';
import recorded from './on-call-page.story.json';

export const story = pageStory('Page: On call', recorded);
