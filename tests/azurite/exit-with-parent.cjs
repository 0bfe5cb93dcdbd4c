// Loaded before Azurite (node -r). Whoever started it holds the other end of standard input; when that process ends,
// even by kill -9, the pipe closes, and an emulator that nobody can reach any more must not stay behind.
process.stdin.on('end', () => process.exit(0));
process.stdin.on('error', () => process.exit(0));
process.stdin.resume();
