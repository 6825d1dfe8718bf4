/**
 * Runs inside the extension host, the Node one and the Web Worker one alike: mocha's browser build
 * (before this file in the bundle) over the test files that `bundle.mjs` puts in. It says what happens on the console, a line an
 * event, which the workbench hands to `run.mjs`.
 */

/** The mark of a line for `run.mjs`; the console carries others too. */
const mark = 'nabla-test ';

export type TestEvent =
  | { readonly event: 'start'; readonly files: number; readonly total: number }
  | { readonly event: 'pass'; readonly title: string; readonly milliseconds: number }
  | { readonly event: 'fail'; readonly title: string; readonly error: string }
  | { readonly event: 'pending'; readonly title: string }
  | { readonly event: 'end'; readonly passed: number; readonly failed: number };

function say(event: TestEvent): void {
  console.log(mark + JSON.stringify(event));
}

/** What the browser build of mocha puts on the global scope, as far as it is used here. */
interface BrowserMocha {
  readonly Mocha: {
    readonly prototype: { run(this: unknown, done: (failures: number) => void): Mocha.Runner };
  };
  readonly mocha: {
    setup(options: Mocha.MochaOptions): void;
    readonly suite: Mocha.Suite;
  };
}

/**
 * Loads each test file and runs what they describe.
 * @param files Each loads one file.
 */
export async function runTests(files: readonly (() => unknown)[], grep: string): Promise<void> {
  const { Mocha: Runner, mocha } = globalThis as unknown as BrowserMocha;
  mocha.setup({
    ui: 'bdd',
    timeout: 20_000,
    forbidOnly: true,
    forbidPending: true,
    ...(grep === '' ? {} : { grep }),
    reporter: class {} as unknown as Mocha.ReporterConstructor,
  });
  for (const load of files) load();
  await new Promise<void>((resolve, reject) => {
    let passed = 0;
    let failed = 0;
    // `mocha.run` of this build reads the page's address; the prototype's does not.
    const runner = Runner.prototype.run.call(mocha, () => {
      say({ event: 'end', passed, failed });
      if (failed === 0) resolve();
      else reject(new Error(`${failed} failed`));
    });
    say({ event: 'start', files: files.length, total: runner.total });
    runner.on('pass', (test) => {
      passed += 1;
      say({ event: 'pass', title: test.fullTitle(), milliseconds: test.duration ?? 0 });
    });
    runner.on('fail', (test, error) => {
      failed += 1;
      say({ event: 'fail', title: test.fullTitle(), error: error?.stack ?? String(error) });
    });
    runner.on('pending', (test) => say({ event: 'pending', title: test.fullTitle() }));
  });
}
