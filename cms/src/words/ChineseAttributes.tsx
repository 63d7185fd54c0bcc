'use client'
import { type ReactNode, useEffect } from 'react'
import { keepShanghaiTime } from './shanghaiClock.ts'

keepShanghaiTime()

/** What the library says in English to those who do not see the screen, in every language. */
const WORDS: Readonly<Record<string, string>> = { 'select-all': '全选', Notifications: '提示' }
const NAMES = ['aria-label', 'title'] as const

/** Puts into Chinese what the library writes into attributes without asking for its language. */
export function ChineseAttributes({ children }: { children: ReactNode }) {
  useEffect(() => {
    let frame = 0
    const look = () => {
      frame = 0
      for (const element of document.querySelectorAll('[aria-label], [title]')) mend(element)
    }
    const observer = new MutationObserver(() => {
      frame ||= requestAnimationFrame(look)
    })
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: [...NAMES] })
    look()
    return () => {
      observer.disconnect()
      cancelAnimationFrame(frame)
    }
  }, [])
  return children
}

function mend(element: Element): void {
  for (const name of NAMES) {
    const words = element.getAttribute(name)
    if (!words || /[\u4e00-\u9fff]/.test(words)) continue
    const known = WORDS[words] ?? WORDS[words.split(' ')[0] as string]
    if (known) element.setAttribute(name, known)
    // The key of a field tells nobody anything: its label stands beside it.
    else if (words === element.getAttribute('name')) element.removeAttribute(name)
  }
}
