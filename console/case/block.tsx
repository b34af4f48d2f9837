import type { ReactNode } from 'react';
import classes from './case.module.css';

/** A titled part of the case's left column. */
export function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.block} aria-label={title}>
      <h2 className={classes.blockTitle}>{title}</h2>
      {children}
    </section>
  );
}
