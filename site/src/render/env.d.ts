/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    kind: import('./kinds.ts').KindId
    view: unknown
    version: string
  }
}
