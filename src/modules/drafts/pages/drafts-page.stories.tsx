import { pageStory } from '#web/gallery/page-story.tsx';
import recorded from './drafts-page.story.json';

export const story = pageStory('Page: What you are writing', recorded);
