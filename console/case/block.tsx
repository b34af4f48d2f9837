import type { ReactNode } from 'react';
import classes from './case.module.css';

/** A titled section in the left column of a case. */
export function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.block} aria-label={title}>
      <h2 className={classes.blockTitle}>{title}</h2>
      {children}
    </section>
  );
}
