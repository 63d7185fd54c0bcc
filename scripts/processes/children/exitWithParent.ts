// Imported first by every child of start: when the parent is gone, even by SIGKILL, the child goes too. It looks rather
// than listens, because a listener on the channel would keep a finished child alive, and taking the channel's hold
// away would end the workers that a build starts (they inherit this import) before they have their work.
const LOOK_EVERY_MS = 200
const startedBy = process.ppid
const hadChannel = process.connected

setInterval(() => {
  if (process.ppid !== startedBy || (hadChannel && !process.connected)) process.exit(0)
}, LOOK_EVERY_MS).unref()
