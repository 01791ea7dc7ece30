import { readFileSync, writeFileSync } from "node:fs";
import { JsonReporter, type Reporter, type TestModule, type Vitest } from "vitest/node";

type Uncaught = Parameters<NonNullable<Reporter["onTestRunEnd"]>>[1];

/**
 * vitest's report as JSON, and beside the tests what no test caught: such an error ends the run badly, and vitest's own
 * report does not name it.
 */
export default class ReportWithUncaught implements Reporter {
  readonly #tests = new JsonReporter({});
  #file: string | undefined;

  onInit(vitest: Vitest): void {
    this.#tests.onInit(vitest);
    const { outputFile } = vitest.config;
    this.#file = typeof outputFile === "object" ? outputFile["json"] : outputFile;
  }

  async onTestRunEnd(modules: readonly TestModule[], errors: Uncaught): Promise<void> {
    await this.#tests.onTestRunEnd(modules);
    if (this.#file === undefined) return;
    const report: unknown = JSON.parse(readFileSync(this.#file, "utf8"));
    const uncaught = errors.map(({ name, message, stack, ...where }) => ({
      message: `${name ?? "Error"}: ${message}`,
      stack,
      file: where["VITEST_TEST_PATH"],
      test: where["VITEST_TEST_NAME"],
    }));
    writeFileSync(this.#file, JSON.stringify(Object.assign({ uncaught }, report)));
  }
}
