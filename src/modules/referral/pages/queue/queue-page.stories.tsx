import { pageStory } from '#web/gallery/page-story.tsx';
import recorded from './queue-page.story.json';

export const story = pageStory('Page: Referrals', recorded);
