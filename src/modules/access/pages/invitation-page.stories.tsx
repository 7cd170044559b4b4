import { pageStory } from '#web/gallery/page-story.tsx';
import recorded from './invitation-page.story.json';

export const story = pageStory('Page: Invitation', recorded);
