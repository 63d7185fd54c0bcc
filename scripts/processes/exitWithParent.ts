// Imported first by every child of start: when the parent is gone, even by SIGKILL, the child goes too.
process.on('disconnect', () => process.exit(0))
process.channel?.unref()
