/** Why the stack cannot start or go on: `message` is a whole sentence that says what to do, shown without a stack trace. */
export class StackError extends Error {
  override readonly name = 'StackError';
}
