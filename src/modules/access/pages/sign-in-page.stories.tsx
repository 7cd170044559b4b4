import { pageStory } from '#web/gallery/page-story.tsx';
import recorded from './sign-in-page.story.json';

export const story = pageStory('Page: Sign in', recorded);
