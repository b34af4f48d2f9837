import classes from './level.module.css';
import { colourOfLevel } from './level.ts';

/** `R1` in its colour, always with its word. */
export function LevelBadge({ level }: { level: number }) {
  return (
    <span className={classes.badge} style={{ color: colourOfLevel(level) }}>
      R{level}
    </span>
  );
}
