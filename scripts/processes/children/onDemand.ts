import { runTask } from './task.ts'

type Given = {
  name: string
  /** Script and arguments, given to this process's Node. */
  args: readonly string[]
  dataDir: string
  record: (line: string) => void
  /** Is told the process that runs now, and null when it has ended. */
  runs: (pid: number | null) => void
}

/**
 * A process that runs only while it is used: started when somebody wants it, ended by itself when nobody has used it
 * for a while. When it dies it is started again by the next who wants it. It is told nothing that opens the newsroom, and
 * ends with the product's other tasks.
 */
export class OnDemand {
  private isRunning = false
  private readonly o: Given

  constructor(o: Given) {
    this.o = o
  }

  /** Starts it unless it runs. */
  wake(): void {
    if (this.isRunning) return
    this.isRunning = true
    const { name, args, dataDir, record, runs } = this.o
    const onStart = (pid: number) => {
      record(`${name} 已启动，进程 ${pid}`)
      runs(pid)
    }
    void runTask({ name, args: [...args], dataDir, trusted: false, onStart }).then(({ code }) => {
      this.isRunning = false
      record(
        code === 0 ? `${name} 没有人用，停了` : `${name} 自己停了（${code ?? '被结束'}），下次要用时再启动`,
      )
      runs(null)
    })
  }
}
