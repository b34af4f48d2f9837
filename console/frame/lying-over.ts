/** The open dialogs and drawers, the topmost last. */
const lying: symbol[] = [];
const taken = new WeakSet<object>();

/**
 * Registers a dialog on top of all others until `leave`. Only the topmost may take an event, and each event is taken
 * once.
 */
export function openedOver() {
  const self = Symbol('dialog');
  lying.push(self);
  return {
    takes: (event: object): boolean => {
      // After this one has closed, the one beneath is on top while the same event is still being handled.
      if (taken.has(event) || lying.at(-1) !== self) return false;
      taken.add(event);
      return true;
    },
    leave: (): void => {
      lying.splice(lying.indexOf(self), 1);
    },
  };
}
