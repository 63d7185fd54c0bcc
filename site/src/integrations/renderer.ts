import type { AstroIntegration } from 'astro'

/** An adapter whose server entry is a library: it renders one address from one view and listens to nothing. */
export function renderer(): AstroIntegration {
  return {
    name: 'shaoxiang-renderer',
    hooks: {
      'astro:config:done': ({ setAdapter }) => {
        setAdapter({
          name: 'shaoxiang-renderer',
          serverEntrypoint: new URL('../render/renderer.ts', import.meta.url),
          entrypointResolution: 'auto',
          supportedAstroFeatures: {
            staticOutput: 'stable',
            serverOutput: 'stable',
            hybridOutput: 'stable',
            sharpImageService: 'stable',
          },
        })
      },
    },
  }
}
