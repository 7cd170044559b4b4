import { pageStory } from '#web/gallery/page-story.tsx';
import recorded from './referral-page.story.json';

export const story = pageStory('Page: One referral', recorded);
