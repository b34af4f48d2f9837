import classes from './line-icon.module.css';

/** Icons from Tabler (MIT), each as one path. */
const PATHS = {
  check: 'M5 12l5 5l10 -10',
  cross: 'M18 6l-12 12M6 6l12 12',
  hourglass:
    'M6.5 7h11M6.5 17h11M6 20v-2a6 6 0 1 1 12 0v2a1 1 0 0 1 -1 1h-10a1 1 0 0 1 -1 -1M6 4v2a6 6 0 1 0 12 0v-2a1 1 0 0 0 -1 -1h-10a1 1 0 0 0 -1 1',
  gavel:
    'M13 10l7.383 7.418c.823 .82 .823 2.148 0 2.967a2.11 2.11 0 0 1 -2.976 0l-7.407 -7.385M6 9l4 4M13 10l-4 -4M3 21h7M6.793 15.793l-3.586 -3.586a1 1 0 0 1 0 -1.414l2.293 -2.293l.5 .5l3 -3l-.5 -.5l2.293 -2.293a1 1 0 0 1 1.414 0l3.586 3.586a1 1 0 0 1 0 1.414l-2.293 2.293l-.5 -.5l-3 3l.5 .5l-2.293 2.293a1 1 0 0 1 -1.414 0',
};

export type LineIconName = keyof typeof PATHS;

/** An icon for lists that show it a hundred times: two elements, where a full icon has up to six. */
export const LineIcon = ({ name, isThin = false }: { name: LineIconName; isThin?: boolean }) => (
  <svg className={isThin ? classes.thin : classes.icon} viewBox="0 0 24 24" aria-hidden>
    <path d={PATHS[name]} />
  </svg>
);
