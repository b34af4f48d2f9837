import { Fragment, type CSSProperties, type ReactNode } from 'react';
import { Link } from 'react-email';
import type { Inline, Marks } from '../domain/rich-text/document.ts';
import { STYLES } from './email-styles.ts';

/** Runs and breaks as React children; React escapes every text. */
export function Inlines({ inlines }: { inlines: readonly Inline[] }): ReactNode {
  return inlines.map((inline, index) => (
    <Fragment key={index}>{inline.type === 'break' ? <br /> : marked(inline.text, inline.marks)}</Fragment>
  ));
}

function marked(text: string, marks: Marks): ReactNode {
  let node: ReactNode = text;
  if (marks.underline) node = <u>{node}</u>;
  if (marks.em) node = <em>{node}</em>;
  if (marks.strong) node = <strong>{node}</strong>;
  if (marks.color) node = <span style={{ color: marks.color }}>{node}</span>;
  return marks.href ? (
    <SafeLink href={marks.href} {...(marks.color ? { color: marks.color } : {})} children={node} />
  ) : (
    node
  );
}

/** A link in the author's colour if there is one. `href` has to be safe already. */
export function SafeLink(props: { href: string; color?: string; children: ReactNode }): ReactNode {
  const style: CSSProperties = props.color ? { ...STYLES.link, color: props.color } : STYLES.link;
  return (
    <Link href={props.href} style={style} className={props.color ? '' : 'link'}>
      {props.children}
    </Link>
  );
}
