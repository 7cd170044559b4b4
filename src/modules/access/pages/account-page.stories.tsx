import { pageStory } from '#web/gallery/page-story.tsx';
import recorded from './account-page.story.json';

export const story = pageStory('Page: My account', recorded);
