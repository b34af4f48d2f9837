/**
 * Whether what is installed is what the lockfile wants, by content and not by date: a fresh checkout of the same lockfile must not
 * install anything again. Both are `packages` as npm writes them, by path; `machine` is one that Node's `process` describes.
 */
export function packagesAreThere(wanted, installed, machine) {
  return Object.entries(wanted).every(([path, entry]) => {
    const there = installed[path];
    return path === '' || (there ? there.version === entry.version : mayBeAbsent(entry, machine));
  });
}

/**
 * What npm may leave out, but not what was made for just this system: a folder that was installed on another one (a Mac's, mounted
 * into a container) lacks it. Of what differs by the C library too npm takes one of two: the rest tells enough.
 */
function mayBeAbsent({ optional, peer, os, cpu, libc }, { platform, arch }) {
  if (!optional && !peer) return false;
  const isForThis = (os || cpu) && !libc && includes(os, platform) && includes(cpu, arch);
  return !isForThis;
}

/** npm's lists of systems: all when there is none, and `!win32` for all but one. */
function includes(list, one) {
  if (!list) return true;
  return list.some((name) => name.startsWith('!')) ? !list.includes(`!${one}`) : list.includes(one);
}
