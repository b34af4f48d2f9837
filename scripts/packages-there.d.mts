// The function that TypeScript may call.
interface LockedPackage {
  version?: string;
  optional?: boolean;
  peer?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
}
type Packages = Record<string, LockedPackage>;
export function packagesAreThere(
  wanted: Packages,
  installed: Packages,
  machine: { platform: string; arch: string },
): boolean;
