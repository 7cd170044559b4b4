import styles from './foot-bar.module.css';
import type { NavProps } from './nav.tsx';
import { atTheFoot } from './nav-item.ts';

/** On a phone: four places, under the thumb; `begins` is the address of the page the seat's day begins on. */
export function FootBar({ items, current, begins }: NavProps & { readonly begins: string }) {
  return (
    <nav className={styles.bar} aria-label="Most used">
      {atTheFoot(items, begins).map((item) => {
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
