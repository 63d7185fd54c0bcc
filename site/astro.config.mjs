import { defineConfig, passthroughImageService } from 'astro/config'
import { browserScripts } from './src/integrations/browserScripts.ts'
import { renderer } from './src/integrations/renderer.ts'

// The site is built once into a renderer; releases are made by rendering paths through it.
export default defineConfig({
  output: 'server',
  adapter: renderer(),
  integrations: [browserScripts()],
  compressHTML: true,
  image: { service: passthroughImageService() },
  session: false,
  security: {
    checkOrigin: false,
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
      ],
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
      styleDirective: { resources: ["'self'"] },
    },
  },
  build: { assets: '_astro', inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0 } },
})
