import { useMantineColorScheme } from '@mantine/core';
import styles from './theme-switch.module.css';

/** What a reader can choose. */
export const LIGHT_CHOICES = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'auto', label: 'As the system' },
] as const;

/** Light, dark, or as the system says. */
export function ThemeSwitch() {
  // Keeping transitions avoids a style element made by script, which the content policy forbids.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  return (
    <fieldset className={styles.switch}>
      <legend className="kf-unseen">Light or dark</legend>
      {LIGHT_CHOICES.map((choice) => (
        <button
          key={choice.value}
          type="button"
          className={styles.choice}
          aria-pressed={colorScheme === choice.value}
          onClick={() => setColorScheme(choice.value)}
        >
          {choice.label}
        </button>
      ))}
    </fieldset>
  );
}
