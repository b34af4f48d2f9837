/** What lies over the page, the last on top. */
const lying: symbol[] = [];
const taken = new WeakSet<object>();

/** One more dialog lies over all others, until it leaves. Of each event only one of them may say that it takes it: the one on top. */
export function openedOver() {
  const self = Symbol('dialog');
  lying.push(self);
  return {
    takes: (event: object): boolean => {
      // The one beneath is on top when the same event comes to it after this one has closed.
      if (taken.has(event) || lying.at(-1) !== self) return false;
      taken.add(event);
      return true;
    },
    leave: (): void => {
      lying.splice(lying.indexOf(self), 1);
    },
  };
}
