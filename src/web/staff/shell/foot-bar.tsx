import styles from './foot-bar.module.css';
import type { NavProps } from './nav.tsx';

/** On a phone: the four most used places, under the thumb. */
export function FootBar({ items, current }: NavProps) {
  return (
    <nav className={styles.bar} aria-label="Most used">
      {items
        .filter((item) => item.icon)
        .slice(0, 4)
        .map((item) => {
          const Icon = item.icon;
          return (
            <a
              key={item.href}
              className={styles.item}
              href={item.href}
              aria-current={item === current ? 'page' : undefined}
            >
              {Icon ? <Icon size={22} aria-hidden /> : null}
              <span>{item.label}</span>
            </a>
          );
        })}
    </nav>
  );
}
