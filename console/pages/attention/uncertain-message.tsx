import type { Message } from '../../messages/message.ts';
import { ResolveMessage } from '../../messages/resolve-message.tsx';
import classes from './attention.module.css';
import { MessageLine } from './message-line.tsx';

/** A message whose outcome is unknown, with the two answers. */
export function UncertainMessage({ message }: { message: Message }) {
  return (
    <div className={classes.card}>
      <MessageLine message={message} />
      <ResolveMessage message={message} />
    </div>
  );
}
