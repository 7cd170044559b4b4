import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useLayoutEffect, useRef, useState } from 'react';
import { day as dayFrom } from '#shared/calendar-day.ts';
import type { Lane, LaneItem } from './lane.ts';
import { BESIDE, isCut, type LaneScale, monthTicks, xOf } from './lane-scale.ts';
import { BarShape, MarkShape } from './lane-shapes.tsx';
import styles from './lanes.module.css';
import { useLaneKeys } from './use-lane-keys.ts';

const LABELS = 100;
const HEAD = 34;
const LANE = 38;
const TODAY = 'today';
const LEAST = 560;
/** Room for the name of a month that begins at the right edge. */
const MARGIN = 30;

const middle = (lane: number) => HEAD + lane * LANE + LANE / 2;

export interface LanePictureProps {
  readonly label: string;
  readonly lanes: readonly Lane[];
  readonly from: string;
  readonly to: string;
  readonly today: string;
}

function Ground({ lanes, scale, today }: { lanes: readonly Lane[]; scale: LaneScale; today: string }) {
  const foot = HEAD + lanes.length * LANE;
  const now = xOf(scale, dayFrom(today));
  return (
    // Left unread: the things that stand on it name their lane and day.
    <svg aria-hidden="true">
      {monthTicks(scale.from, scale.to).map((tick) => (
        <g key={tick.day} className={styles.tick}>
          <line x1={xOf(scale, tick.day)} x2={xOf(scale, tick.day)} y1={HEAD - 8} y2={foot} />
          {isCut(scale, xOf(scale, tick.day), tick.label) ? null : (
            <text x={xOf(scale, tick.day) + BESIDE} y={14}>
              {tick.label}
            </text>
          )}
        </g>
      ))}
      {lanes.map((lane, index) => (
        <g key={lane.label} className={styles.lane}>
          <text x="0" y={middle(index) + 5}>
            {lane.label}
          </text>
          {index < lanes.length - 1 ? (
            <line x1={LABELS - 8} x2={scale.right} y1={middle(index) + 19} y2={middle(index) + 19} />
          ) : null}
        </g>
      ))}
      <g className={styles.today}>
        <line x1={now} x2={now} y1={HEAD - 8} y2={foot} />
        <text
          x={isCut(scale, now, TODAY) ? now - BESIDE : now + BESIDE}
          y={HEAD - 2}
          textAnchor={isCut(scale, now, TODAY) ? 'end' : 'start'}
        >
          {TODAY}
        </text>
      </g>
    </svg>
  );
}

function Shape({ item, scale, y }: { readonly item: LaneItem; readonly scale: LaneScale; readonly y: number }) {
  return item.kind === 'mark' ? (
    <MarkShape mark={item} scale={scale} y={y} />
  ) : (
    <BarShape bar={item} scale={scale} y={y} />
  );
}

/** The lanes drawn. One stop for the tab key; arrows go from thing to thing and from lane to lane. */
export function LanePicture({ label, lanes, from, to, today }: LanePictureProps) {
  const place = useRef<HTMLDivElement>(null);
  const { ref: measure, width } = useElementSize<HTMLDivElement>();
  const ref = useMergedRef(place, measure);
  const wide = Math.max(LEAST, width || 900);
  const scale: LaneScale = { from: dayFrom(from), to: dayFrom(to), left: LABELS, right: wide - MARGIN, edge: wide };
  const now = xOf(scale, dayFrom(today));
  // Where the picture is wider than its place, today is what is seen of it first.
  useLayoutEffect(() => {
    if (place.current && wide > width) place.current.scrollLeft = now - width / 2;
  }, [wide, width, now]);
  const keys = useLaneKeys(lanes);
  const [shown, setShown] = useState<{ lane: number; item: LaneItem } | null>(null);
  const start = shown ? xOf(scale, dayFrom(shown.item.kind === 'mark' ? shown.item.day : shown.item.from)) : 0;
  return (
    <div className={styles.scroll} ref={ref}>
      <figure className={styles.drawing} style={{ width: wide }} aria-label={label} onKeyDown={keys.onKeyDown}>
        <svg width={wide} height={HEAD + lanes.length * LANE} role="presentation">
          <Ground lanes={lanes} scale={scale} today={today} />
          {lanes.map((lane, row) =>
            lane.items.map((item, index) => (
              // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a part of a drawing, read out on focus, that does nothing
              <g
                key={item.id}
                role="img"
                aria-label={`${lane.label}: ${item.label}`}
                className={styles.item}
                tabIndex={keys.isStop(row, index) ? 0 : -1}
                ref={keys.refFor(row, index)}
                onFocus={() => {
                  keys.moveTo(row, index);
                  setShown({ lane: row, item });
                }}
                onBlur={() => setShown(null)}
                onMouseEnter={() => setShown({ lane: row, item })}
                onMouseLeave={() => setShown(null)}
              >
                <Shape item={item} scale={scale} y={middle(row)} />
              </g>
            )),
          )}
        </svg>
        {shown ? (
          <div
            className={styles.tip}
            aria-hidden="true"
            style={{ left: Math.min(start, wide - 220), top: middle(shown.lane) + 14 }}
          >
            {shown.item.label}
          </div>
        ) : null}
      </figure>
    </div>
  );
}
