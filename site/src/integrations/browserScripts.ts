import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { build } from 'rolldown'

/** The scripts of the site by their names in its root, each with the file that it is made from. */
const SCRIPTS = {
  'find.js': 'finder/startFinder.ts',
  'finder.js': 'finder/finderScript.ts',
  'search.js': 'page/searchScript.ts',
  'traditional.js': 'traditionalScript.ts',
} as const

/** What the scripts are built without: the table of `traditional.js`, which few questions need. */
const APART = fileURLToPath(new URL('../../../content/domain/traditional.ts', import.meta.url))

/**
 * Makes classic scripts under names that stay, beside the hashed assets. No modules: those do not run from disk, and a
 * page that named their hash would change whenever they do.
 */
export function browserScripts(): AstroIntegration {
  let client: URL
  return {
    name: 'shaoxiang-browser-scripts',
    hooks: {
      'astro:config:done': ({ config }) => {
        client = config.build.client
      },
      'astro:build:done': async () => {
        for (const [name, source] of Object.entries(SCRIPTS))
          await build({
            input: fileURLToPath(new URL(`../search/${source}`, import.meta.url)),
            platform: 'browser',
            transform: { target: 'es2020' },
            plugins: [
              {
                name: 'shaoxiang-apart',
                load: (id) => (id === APART ? 'export const TRADITIONAL = null' : null),
              },
            ],
            output: { file: fileURLToPath(new URL(name, client)), format: 'iife', minify: true },
          })
      },
    },
  }
}
