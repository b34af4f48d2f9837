/** How far a build from Go modules is, by the lines that Go writes: modules are downloaded first, then packages compiled. */
export class BuildProgress {
  private downloaded = 0;
  private compiled = 0;
  private packages: number | null = null;

  hear(line: string): void {
    if (line.startsWith('go: downloading')) this.downloaded += 1;
    else if (!line.startsWith('go: ')) this.compiled += 1;
  }

  /** All that it takes, once every module is there: Go compiles those that an earlier build has not left in its cache. */
  known(packages: number): void {
    this.packages = packages;
    this.compiled = 0;
  }

  /** After so many seconds. */
  line(seconds: number): string {
    const done =
      this.packages === null
        ? `${this.downloaded} modules downloaded; compiling comes after`
        : `${this.compiled} of at most ${this.packages} packages compiled`;
    return `  … ${seconds} s, ${done}`;
  }
}
