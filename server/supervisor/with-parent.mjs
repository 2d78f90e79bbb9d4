/**
 * Loaded before every role: when the supervisor is gone, even by `kill -9`, its end of the
 * channel closes, and a role that nobody watches stops itself so that the next start finds its
 * ports free. Plain JavaScript: a bundled role then needs no TypeScript loader at all.
 */
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
