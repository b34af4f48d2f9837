interface Lying {
  /** A drawer whose content the keys of the page act on. */
  isPage: boolean;
}

/** The open dialogs and drawers, the topmost last. */
const lying: Lying[] = [];
const taken = new WeakSet<object>();

/**
 * Registers a dialog or drawer on top of all others until `leave`. Only the topmost may take an event, and each event
 * is taken once.
 */
export function openedOver(isPage = false) {
  const self = { isPage };
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

/** Whether a dialog is open over the page or about to open. */
export const isDialogOver = (): boolean => lying.some(({ isPage }) => !isPage);
