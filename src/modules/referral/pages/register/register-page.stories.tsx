import { pageStory } from '#web/gallery/page-story.tsx';
import recorded from './register-page.story.json';

export const story = pageStory('Page: Register a referral', recorded);
