interface Lying {
  /** A drawer that shows what the page's keys are for. */
  isPage: boolean;
}

/** What lies over the page, the last on top. */
const lying: Lying[] = [];
const taken = new WeakSet<object>();

/** One more lies over all others, until it leaves. Of each event only one of them may say that it takes it: the one on top. */
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

/** Whether a dialog lies over the page, or is on its way there. */
export const isDialogOver = (): boolean => lying.some(({ isPage }) => !isPage);
