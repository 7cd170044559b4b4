import { pageStory } from '#web/gallery/page-story.tsx';
import recorded from './trail-page.story.json';

export const story = pageStory('Page: Audit trail', recorded);
