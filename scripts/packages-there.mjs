/**
 * Whether the installed packages are those of the lockfile, compared by version and not by date, so that a fresh checkout
 * of the same lockfile installs nothing again. `wanted` and `installed` are `packages` as npm writes them, by path;
 * `machine` has the fields of Node's `process`.
 */
export function packagesAreThere(wanted, installed, machine) {
  return Object.entries(wanted).every(([path, entry]) => {
    const there = installed[path];
    return path === '' || (there ? there.version === entry.version : mayBeAbsent(entry, machine));
  });
}

/**
 * Whether npm may leave this package out. It may not when the package is made for exactly this system: a folder installed
 * on another system (a Mac's, mounted into a container) lacks such packages. Packages that also differ by C library are
 * ignored, since npm installs only one of the two.
 */
function mayBeAbsent({ optional, peer, os, cpu, libc }, { platform, arch }) {
  if (!optional && !peer) return false;
  const isForThis = (os || cpu) && !libc && includes(os, platform) && includes(cpu, arch);
  return !isForThis;
}

/** Reads npm's lists of systems: no list means all, `!win32` means all but that one. */
function includes(list, one) {
  if (!list) return true;
  return list.some((name) => name.startsWith('!')) ? !list.includes(`!${one}`) : list.includes(one);
}
