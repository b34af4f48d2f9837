/**
 * The progress of a build from Go modules, read from the lines that Go writes: modules are downloaded first, then packages
 * compiled.
 */
export class BuildProgress {
  private downloaded = 0;
  private compiled = 0;
  private packages: number | null = null;

  hear(line: string): void {
    if (line.startsWith('go: downloading')) this.downloaded += 1;
    else if (!line.startsWith('go: ')) this.compiled += 1;
  }

  /** Sets the total number of packages, once every module is downloaded. Go compiles only those that are not in its cache. */
  known(packages: number): void {
    this.packages = packages;
    this.compiled = 0;
  }

  /** The progress line after this many seconds. */
  line(seconds: number): string {
    const done =
      this.packages === null
        ? `${this.downloaded} modules downloaded; compiling comes after`
        : `${this.compiled} of at most ${this.packages} packages compiled`;
    return `  … ${seconds} s, ${done}`;
  }
}
