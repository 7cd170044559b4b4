import { classes } from '#design-system/class-names.ts';
import { parseDay } from '#shared/calendar-day.ts';
import type { LaneBar, LaneMark } from './lane.ts';
import { type LaneScale, xOf } from './lane-scale.ts';
import styles from './lanes.module.css';

const LETTER = 6.4;

function outline(shape: LaneMark['shape']) {
  if (shape === 'disc') return <circle r="5" />;
  if (shape === 'square') return <rect x="-6.5" y="-6.5" width="13" height="13" rx="3" />;
  return <path d="M0-8 6 0 0 8-6 0Z" />;
}

/** A mark on its day, drawn around the middle of its lane. */
export function MarkShape({
  mark,
  scale,
  y,
}: {
  readonly mark: LaneMark;
  readonly scale: LaneScale;
  readonly y: number;
}) {
  const day = parseDay(mark.day);
  if (day === null) return null;
  return (
    <g
      transform={`translate(${xOf(scale, day)} ${y})`}
      className={classes(styles.mark, styles[mark.tone], mark.filled && styles.filled)}
    >
      {/* A wider ring than the shape, so that a finger or a shaky hand can hit it. */}
      <circle r="12" className={styles.reach} />
      {outline(mark.shape)}
    </g>
  );
}

/** A bar over its days, with its word inside where there is room and beside it where there is not. */
export function BarShape({ bar, scale, y }: { readonly bar: LaneBar; readonly scale: LaneScale; readonly y: number }) {
  const from = parseDay(bar.from);
  const to = bar.to === null ? scale.to : parseDay(bar.to);
  if (from === null || to === null) return null;
  const left = xOf(scale, from);
  const width = Math.max(6, xOf(scale, to) - left);
  const fits = bar.short.length * LETTER + 12 < width;
  return (
    <g className={classes(styles.bar, styles[bar.tone], styles[`weight${bar.weight}`])}>
      <rect x={left} y={y - 8} width={width} height="16" rx="3" />
      <text className={fits ? undefined : styles.beside} x={fits ? left + 7 : left + width + 6} y={y + 4}>
        {bar.short}
      </text>
    </g>
  );
}
