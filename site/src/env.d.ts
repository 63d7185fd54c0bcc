/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    kind: string
    view: unknown
    version: string
  }
}
