import classes from './level.module.css';
import { colourOfLevel } from './level.ts';

/** `R1` in the colour of the level, always with its text. */
export function LevelBadge({ level }: { level: number }) {
  return (
    <span className={classes.badge} style={{ color: colourOfLevel(level) }}>
      R{level}
    </span>
  );
}
