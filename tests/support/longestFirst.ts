import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Suites in the order in which their files begin: what takes minutes first, what takes a moment fills the end. */
const ORDER = ['kills', 'cms', 'browser', 'build', 'component', 'unit', 'rules']

/** Begins with the files that take longest, over all suites: nobody waits in the end for one that came last. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.sort((a, b) => ORDER.indexOf(a.project.name) - ORDER.indexOf(b.project.name))
  }
}
