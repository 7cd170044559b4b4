import { pageStory } from '#web/gallery/page-story.tsx';
import recorded from './record-page.story.json';

export const story = pageStory('Page: Record a referral', recorded);
