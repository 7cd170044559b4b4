import { pageStory } from '#web/gallery/page-story.tsx';
import recorded from './move-page.story.json';

export const story = pageStory('Page: Move a caseload', recorded);
