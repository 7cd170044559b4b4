import type { Story } from '#design-system/story.ts';
import { Quote } from './quote.tsx';

export const story: Story = {
  name: 'Quote',
  states: {
    'in Spanish': () => (
      <Quote
        words="Por las noches, tranquilidad. Y que Luz vuelva a bailar."
        lang="es"
        said="Rosa, 20 October, in Spanish"
        other={<a href="#english">English</a>}
      />
    ),
    'in English': () => <Quote words="I want my own room to be quiet." lang="en" said="Luz, 20 October" />,
  },
};
