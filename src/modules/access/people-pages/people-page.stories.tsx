import { pageStory } from '#web/gallery/page-story.tsx';
import recorded from './people-page.story.json';

export const story = pageStory('Page: People and seats', recorded);
