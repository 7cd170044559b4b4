import { pageStory } from '#web/gallery/page-story.tsx';
import recorded from './import-page.story.json';

export const story = pageStory('Page: Import referrals', recorded);
