import { pageStory } from '#web/gallery/page-story.tsx';
import recorded from './board-page.story.json';

export const story = pageStory('Page: Caseload', recorded);
