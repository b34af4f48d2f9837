import classes from './key-hint.module.css';

/** The key of a button, at its right end. */
export const KeyHint = ({ name }: { name: string }) => (
  <span className={classes.key} aria-hidden>
    {name}
  </span>
);
